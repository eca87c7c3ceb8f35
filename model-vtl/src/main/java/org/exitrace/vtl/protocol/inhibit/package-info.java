/** How a VTL keeps others from flushing a vCPU's TLB for a while: docs/vtl.md d.8. */
package org.exitrace.vtl.protocol.inhibit;
