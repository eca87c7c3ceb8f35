package org.exitrace.ghcb.spec;

/**
 * The AP jump table: a page of private memory under 4 GiB that firmware sets aside, whose first two
 * words an operating system fills, and the requests of NAE event 0x80000005 about its address.
 *
 * <p>Source: edk2 {@code DxeMpLib.c}, {@code X64/AmdSev.nasm}; Linux {@code sev core.c}; KVM
 * {@code sev.c}.
 */
public final class ApJumpTable {

    /** {@code SW_EXITINFO1} of the request that stores the address in {@code SW_EXITINFO2}. */
    public static final int SET = 0;

    /** {@code SW_EXITINFO1} of the request for the address; 0 if it was never set. */
    public static final int GET = 1;

    /** Bytes of the page, and the alignment of its address. */
    public static final int PAGE_BYTES = 4096;

    /** Offset of the 16-bit instruction pointer. */
    public static final int IP_OFFSET = 0;

    /** Offset of the 16-bit code segment. */
    public static final int CS_OFFSET = 2;

    private ApJumpTable() {
    }
}
