/** A6: a paravisor in the guest, above the VTLs that it runs. */
package org.exitrace.vtl.host.paravisor;
