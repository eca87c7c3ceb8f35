/**
 * A paravisor's loop that enters the lower VTL, and those who want it back: docs/vtl.md f.1.
 */
package org.exitrace.vtl.protocol.runloop;
