/**
 * A VMM that keeps a mirror of its VM to be served from inside the guest: its threads, the guest's
 * firmware, and the code that the mirror's vCPU runs, on a modelled KVM host.
 */
package org.exitrace.kvm.mirrorvmm;
