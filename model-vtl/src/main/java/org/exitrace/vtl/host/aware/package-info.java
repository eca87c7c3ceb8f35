/** A0: one vCPU in the kernel that knows of VTLs, with a context and a lock for each. */
package org.exitrace.vtl.host.aware;
