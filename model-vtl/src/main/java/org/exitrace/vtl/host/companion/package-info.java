/** A1, A2 and A4: a vCPU for each VTL, and user space that lets one of them run. */
package org.exitrace.vtl.host.companion;
