/** A guest's virtual CPU that speaks to its host through a whole GHCB page and the GHCB MSR. */
package org.exitrace.ghcb.vcpu;
