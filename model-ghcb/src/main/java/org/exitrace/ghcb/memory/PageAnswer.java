package org.exitrace.ghcb.memory;

/** What an access to a guest's page, or PVALIDATE of it, gives. Source: docs/ghcb.md d.4. */
public enum PageAnswer {
    /** Done. */
    DONE,
    /** PVALIDATE with CF set: the page was already what it shall be. */
    UNCHANGED,
    /** #VC 0x404: the page is assigned to the guest and not validated. */
    NOT_VALIDATED,
    /** RMPADJUST: not from this VMPL. */
    DENIED,
    /** A nested page fault: the host has the page, or it is another page of the guest. */
    FAULT
}
