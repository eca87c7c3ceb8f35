package org.exitrace.kvm.migration.spec;

/** What a hypercall leaves in RAX, kvm_para.h. */
public enum HypercallError {
    /** Done. */
    NONE(0),
    /** -KVM_EPERM: the caller is not at CPL 0. */
    EPERM(-1),
    /** -KVM_EINVAL: the address is not aligned, there are no pages, or the range wraps. */
    EINVAL(-22),
    /** -KVM_ENOSYS: no such hypercall, or its exit is not enabled. */
    ENOSYS(-1000),
    /** Whatever an exit before left in the union of {@code struct kvm_run}; no error's number. */
    LEFT_OVER(1);

    private final int rax;

    HypercallError(int rax) {
        this.rax = rax;
    }

    /** The number in RAX; of {@link #LEFT_OVER} an example. */
    public int rax() {
        return rax;
    }

    /** As scripts write it. */
    public String asResult() {
        return this == NONE ? "0" : name();
    }
}
