/**
 * How a VMM switches between two vCPUs, one for each VTL of a virtual processor, with a thread and
 * a queue of work each: docs/vtl.md d.6.
 */
package org.exitrace.vtl.protocol.companion;
