package org.exitrace.ghcb.cpu;

/** Where a host writes the result of an AP reset hold. */
public interface HoldResult {

    /** {@code SW_EXITINFO2} as the hold begins. */
    void preset(int released);

    /** A SIPI releases the hold: {@code SW_EXITINFO1} 0, {@code SW_EXITINFO2} 1. */
    void release();

    /** The GHCB MSR, where that is how the guest has asked. */
    void msr(GhcbMsr value);
}
