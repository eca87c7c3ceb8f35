/** A3: one vCPU, into which user space loads one VTL after the other. */
package org.exitrace.vtl.host.slots;
