package org.exitrace.kvm.spec;

/**
 * {@code complete_userspace_io}: what KVM has still to do with user space's answer when the vCPU
 * runs again.
 */
public enum Completion {
    /** Nothing. */
    NONE,
    /** {@code run->hypercall.ret} is the guest's RAX. */
    HYPERCALL,
    /** {@code run->hypercall.ret} ends a page state change of the GHCB. */
    PSC,
    /** {@code run->hypercall.ret} ends a page state change of the GHCB MSR. */
    MSR_PSC,
    /** {@code run->snp_req_certs.ret} ends an extended guest request. */
    CERTIFICATES
}
