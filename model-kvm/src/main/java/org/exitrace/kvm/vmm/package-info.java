/** User space: the thread that runs a vCPU, with or without a LAPIC of its own. */
package org.exitrace.kvm.vmm;
