package org.exitrace.kvm.spec;

/**
 * {@code KVM_MP_STATE} of a vCPU with its number in the user interface.
 *
 * <p>Source: docs/ap-boot.md a.3 (numbers from memory, meaning read in 66450a21f996,
 * 647daca25d24 and lapic.c).
 */
public enum MpState {
    /** May enter the guest. */
    RUNNABLE(0),
    /** An AP at creation with an in-kernel LAPIC. */
    UNINITIALIZED(1),
    /** Waits for a SIPI: the only state in which one is honoured. */
    INIT_RECEIVED(2),
    /** In HLT. */
    HALTED(3),
    /** Input of KVM_SET_MP_STATE only; before March 2013 also a state. */
    SIPI_RECEIVED(4),
    /** Parked by GHCB AP reset hold. */
    AP_RESET_HOLD(9);

    private final int number;

    MpState(int number) {
        this.number = number;
    }

    /** The number that user space sees. */
    public int number() {
        return number;
    }
}
