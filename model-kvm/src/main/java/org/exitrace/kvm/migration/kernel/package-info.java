/** What KVM answers to the hypercall and to accesses of the MSR, by the rules of each version. */
package org.exitrace.kvm.migration.kernel;
