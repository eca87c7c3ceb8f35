package org.exitrace.kvm.spec;

/** Why KVM_RUN came back to user space; names of {@code include/uapi/linux/kvm.h}. */
public enum RunExit {
    /** A port was read or written. */
    KVM_EXIT_IO,
    /** A device's memory was read or written. */
    KVM_EXIT_MMIO,
    /** A hypercall that user space has to answer in {@code run->hypercall.ret}. */
    KVM_EXIT_HYPERCALL,
    /** The guest asks to be ended: type SEV_TERM, one datum, the GHCB MSR. */
    KVM_EXIT_SYSTEM_EVENT,
    /** The guest parks until a SIPI; only where user space has the LAPIC. */
    KVM_EXIT_AP_RESET_HOLD,
    /** The guest halts; only where user space has the LAPIC. */
    KVM_EXIT_HLT,
    /** A page is private and should be shared, or the other way round, or is missing. */
    KVM_EXIT_MEMORY_FAULT,
    /** A triple fault, or VMRUN of a bad VMSA. */
    KVM_EXIT_SHUTDOWN,
    /** An SNP guest asks for certificates; only where user space asked to be asked. */
    KVM_EXIT_SNP_REQ_CERTS,
    /** VMRUN failed: hardware does not know the ASID. */
    KVM_EXIT_FAIL_ENTRY
}
