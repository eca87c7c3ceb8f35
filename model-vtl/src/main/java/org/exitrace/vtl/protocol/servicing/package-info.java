/** A paravisor that is replaced, and the messages of that time: docs/vtl.md f.4. */
package org.exitrace.vtl.protocol.servicing;
