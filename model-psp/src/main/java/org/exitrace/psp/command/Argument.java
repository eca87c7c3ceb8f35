package org.exitrace.psp.command;

/** What callers may tell a command, beside flaws of its input. */
public enum Argument {
    /** The guest's handle. */
    HANDLE,
    /** The handle of the guest whose keys are shared. */
    SHARE,
    /** The ASID. */
    ASID,
    /** The policy of a new guest. */
    POLICY,
    /** Encrypted state is wanted. */
    ES,
    /** The core complexes that are meant. */
    CCXS,
    /** The page that is meant. */
    PAGE
}
