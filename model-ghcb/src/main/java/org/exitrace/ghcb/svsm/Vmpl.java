package org.exitrace.ghcb.svsm;

/** Whose state the virtual CPU runs. */
enum Vmpl {
    /** VMPL 0. */
    SVSM,
    /** A lower privilege. */
    GUEST
}
