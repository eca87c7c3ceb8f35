/** A5: a plane of the kernel for each VTL. */
package org.exitrace.vtl.host.planes;
