/** A halted processor, and an interrupt that cannot be delivered yet: docs/vtl.md f.13. */
package org.exitrace.vtl.protocol.halt;
