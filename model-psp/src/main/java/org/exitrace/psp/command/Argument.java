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
    SECRET,
    /** The page of an SNP guest's context. */
    GCTX,
    /** The page with the metadata entry, or none for the entry in the context. */
    MDATA,
    /** The page of the migration agent's context, or none. */
    AGENT,
    /** The page size. */
    SIZE,
    /** What a page is in an SNP guest's launch. */
    PAGE_TYPE,
    /** What kind of page is swapped. */
    SWAP_TYPE,
    /** An initial migration image. */
    IMI,
    /** What VMPL1 to VMPL3 may do. */
    PERMISSIONS,
    /** The policy of a new SNP guest. */
    SNP_POLICY;

    /** Whether there must be pages for it. */
    public boolean needsPages() {
        return this == PAGE || this == PAGES || this == TO || this == GCTX;
    }
}
