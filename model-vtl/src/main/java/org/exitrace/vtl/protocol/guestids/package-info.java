/** GUEST_OS_ID and HYPERCALL, which are a VTL's and were the VM's: docs/vtl.md d.4 R11. */
package org.exitrace.vtl.protocol.guestids;
