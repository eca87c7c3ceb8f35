/** What a KVM host is made of: VMs, vCPUs, ASIDs, cgroups, threads; cells and little else. */
package org.exitrace.kvm.host;
