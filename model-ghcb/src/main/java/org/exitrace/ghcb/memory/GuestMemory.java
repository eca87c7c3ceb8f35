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

    /**
     * RMPADJUST of a small page: whether it may be a VMSA. It takes no permission from, and gives
     * none to, VMPL 1.
     *
     * @param vmpl the VMPL that executes it; VMPL 0 only may do so
     */
    PageAnswer adjust(int gfn, int vmpl, boolean vmsa);

    /** Whether the table has a validated page for that guest page: a look from outside. */
    boolean isValidated(int gfn);

    /** Whether the guest page is the guest's, and not the host's: a look from outside. */
    boolean isPrivate(int gfn);

    /** Whether VMRUN takes the guest page for a VMSA: a look from outside. */
    boolean isVmsa(int gfn);
}
