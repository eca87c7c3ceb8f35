/**
 * Tables of what KVM answers to VMGEXIT: rows of data, each of which runs on a machine of its own.
 */
package org.exitrace.kvm.exittable;
