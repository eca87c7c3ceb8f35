package org.exitrace.ghcb.memory;

/**
 * Pages of an SNP guest by guest page number, from 0, with the reverse map table behind them. Each
 * call is one access of the guest, and so belongs into one step.
 */
public interface GuestMemory {

    /** How many pages the guest has. */
    int pages();

    /** PVALIDATE of a small page. */
    PageAnswer pvalidate(int gfn, boolean valid);

    /** An access to the page through a mapping with the C-bit set. */
    PageAnswer touch(int gfn);

    /** Whether the table has a validated page for that guest page: a look from outside. */
    boolean isValidated(int gfn);
}
