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
    PAGE,
    /** The page that is meant, or several that follow each other. */
    PAGES,
    /** The page into which something goes. */
    TO,
    /** The page into which an answer or a packet goes, if it is one of the model's. */
    BUFFER,
    /** The page into which a packet's header goes, if it is one of the model's. */
    HEADER,
    /** The owner's certificate and session are given. */
    SESSION,
    /** The secret that the guest's owner sent. */
    SECRET;

    /** Whether there must be pages for it. */
    public boolean needsPages() {
        return this == PAGE || this == PAGES || this == TO;
    }
}
