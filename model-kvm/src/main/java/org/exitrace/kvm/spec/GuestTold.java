package org.exitrace.kvm.spec;

/**
 * What a guest was given for its last request: RAX of a hypercall, or what the GHCB protocol puts
 * into SW_EXITINFO1 and 2 or into its MSR.
 */
public enum GuestTold {
    /** It has asked nothing so far. */
    NONE("nothing"),
    /** 0: done. */
    ZERO("0"),
    /** -KVM_ENOSYS: no such hypercall, or its exit is not enabled. */
    ENOSYS("ENOSYS"),
    /** -KVM_EPERM: the caller is not at CPL 0. */
    EPERM("EPERM"),
    /** -KVM_EINVAL, or EINVAL that user space wrote. */
    EINVAL("EINVAL"),
    /** EAGAIN that user space wrote. */
    EAGAIN("EAGAIN"),
    /** Another number that user space wrote. */
    OTHER("other"),
    /** Whatever an exit before left in the union of {@code struct kvm_run}. */
    LEFT_OVER("left-over"),
    /** Malformed input, 4: a field is missing. */
    MISSING_INPUT("MISSING_INPUT"),
    /** Malformed input, 6: no such exit for this guest. */
    INVALID_EVENT("INVALID_EVENT"),
    /** A page state change failed; or the host's general error for a guest request. */
    GENERIC("GENERIC"),
    /** A guest request: the buffer for certificates is too small. */
    INVALID_LEN("INVALID_LEN"),
    /** A guest request: try again. */
    BUSY("BUSY");

    private final String label;

    GuestTold(String label) {
        this.label = label;
    }

    /** As scripts write it. */
    public String label() {
        return label;
    }
}
