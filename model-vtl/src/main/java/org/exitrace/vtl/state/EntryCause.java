package org.exitrace.vtl.state;

/** What EntryReason of a VTL's control block says; the first is what nobody has written yet. */
public enum EntryCause {
    /** Reserved: the VTL was not entered. */
    RESERVED,
    /** The next lower VTL has called. */
    VTL_CALL,
    /** An interrupt came whose priority is above what the VTL masks. */
    INTERRUPT
}
