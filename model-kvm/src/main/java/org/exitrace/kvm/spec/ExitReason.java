package org.exitrace.kvm.spec;

/** With what KVM_RUN returns to user space. Source: docs/ap-boot.md a.1, a.2. */
public enum ExitReason {
    /** It has not returned. */
    NONE,
    /** -EAGAIN: an uninitialized AP was woken by an event; run it again. */
    EAGAIN,
    /** -EINVAL: the exit cannot be handled; the VM is dead for all practical purposes. */
    EINVAL,
    /** KVM_EXIT_AP_RESET_HOLD, 32: the guest holds and the LAPIC is in user space. */
    AP_RESET_HOLD,
    /** KVM_EXIT_HLT: the guest halts and the LAPIC is in user space. */
    HLT,
    /** The guest wrote its LAPIC, which is in user space. */
    ICR_WRITE,
    /** The kernel dereferenced a null pointer: there is no host any more. */
    HOST_CRASH,
    /** -EINTR: before March 2013, woken in a state that the loop does not know; run it again. */
    EINTR;

    /** As scripts write it: an exit reason, an errno, or nothing of the kind. */
    public String asResult() {
        return switch (this) {
            case AP_RESET_HOLD, HLT, ICR_WRITE -> "exit " + name();
            default -> name();
        };
    }
}
