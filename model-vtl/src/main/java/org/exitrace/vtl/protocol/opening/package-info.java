/** Channels of VMBus that open while their bus is reset: docs/vtl.md f.11. */
package org.exitrace.vtl.protocol.opening;
