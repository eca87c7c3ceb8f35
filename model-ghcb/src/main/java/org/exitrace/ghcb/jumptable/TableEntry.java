package org.exitrace.ghcb.jumptable;

/** What the first words of a page say to an AP that takes them for IP and CS. */
public enum TableEntry {
    /** 0000:0000, or data. */
    NOTHING,
    /** The trampoline of the operating system. */
    TRAMPOLINE,
    /** Where the host wants it to begin. */
    HOSTS
}
