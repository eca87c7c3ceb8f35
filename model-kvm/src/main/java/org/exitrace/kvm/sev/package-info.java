/**
 * What SEV-ES adds to KVM: GHCB exits, AP reset hold, and what a SIPI means to a vCPU whose
 * registers the host cannot write.
 */
package org.exitrace.kvm.sev;
