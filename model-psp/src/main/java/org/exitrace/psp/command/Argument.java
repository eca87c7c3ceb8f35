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
    /** Encrypted state is wanted, and the memory for it. */
    ES,
    /** The memory for keys, if any. */
    KEY_MEMORY,
    /** Whether the reverse map table is filled, and which memory it leaves to the host. */
    RMP,
    /** What is shut down beside SNP. */
    SHUTDOWN_PARTS,
    /** The version of a firmware image. */
    IMAGE,
    /** A TCB version. */
    TCB,
    /** What attestation reports do not show. */
    MASKS,
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
