package org.exitrace.kvm.spec;

/**
 * With what KVM_RUN returned because of an exit: 0 and an exit reason, or an errno. Source:
 * docs/ghcb.md f.1; docs/kvm-host.md a.2.
 */
public enum RunReturn {
    /** It has not. */
    NONE,
    /** A port was read or written. */
    KVM_EXIT_IO,
    /** A device's memory was read or written. */
    KVM_EXIT_MMIO,
    /** A hypercall that user space answers in {@code run->hypercall.ret}. */
    KVM_EXIT_HYPERCALL,
    /** The guest asks to be ended: type SEV_TERM, one datum, the GHCB MSR. */
    KVM_EXIT_SYSTEM_EVENT,
    /** An SNP guest asks for certificates. */
    KVM_EXIT_SNP_REQ_CERTS,
    /** The kernel has no handler for what the guest asks. */
    KVM_EXIT_INTERNAL_ERROR,
    /** Invalid argument. */
    EINVAL,
    /** The guest's memory cannot be read or written. */
    EFAULT,
    /** The guest's memory, or the firmware, cannot be reached. */
    EIO,
    /** The virtual CPU is at its end: a triple fault, or VMRUN of a VMSA that is none. */
    KVM_EXIT_SHUTDOWN;

    /** Whether a VMM can answer, and run the virtual CPU again. */
    public boolean isAnswerable() {
        return switch (this) {
            case KVM_EXIT_IO, KVM_EXIT_MMIO, KVM_EXIT_HYPERCALL, KVM_EXIT_SNP_REQ_CERTS -> true;
            default -> false;
        };
    }
}
