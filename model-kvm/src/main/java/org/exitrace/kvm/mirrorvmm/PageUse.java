package org.exitrace.kvm.mirrorvmm;

/** What lies in a piece of the guest's memory, as the guest reads it. */
enum PageUse {
    /** Nothing that counts. */
    FREE,
    /** What the VMM copied there; the guest reads it through its key. */
    COPIED,
    /** What was launched there, and measured. */
    MEASURED,
    /** What the guest put there for the mirror. */
    MADE,
    /** Something else that the guest put there. */
    OVERWRITTEN
}
