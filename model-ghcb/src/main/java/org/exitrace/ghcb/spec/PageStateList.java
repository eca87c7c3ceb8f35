package org.exitrace.ghcb.spec;

/**
 * Header and entries of a list of page state changes, each eight bytes: {@code cur_entry} 15:0,
 * {@code end_entry} 31:16, reserved 63:32; {@code cur_page} 11:0, page number 51:12, operation
 * 55:52, large 56.
 *
 * <p>Source: Linux {@code arch/x86/include/asm/sev-common.h} struct psc_hdr, psc_entry.
 */
public final class PageStateList {

    /** The page becomes private. */
    public static final int PRIVATE = 1;
    /** The page becomes shared. */
    public static final int SHARED = 2;
    /** A large page becomes small ones. */
    public static final int PSMASH = 3;
    /** Small pages become a large one. */
    public static final int UNSMASH = 4;

    /** {@code SW_EXITINFO2}: refused for no reason that the guest is told. */
    public static final long GENERIC = 0x100L << 32;
    /** {@code SW_EXITINFO2}: the header is wrong. */
    public static final long INVALID_HEADER = 1L << 32 | 1;
    /** {@code SW_EXITINFO2}: the entry at {@code cur_entry} is wrong. */
    public static final long INVALID_ENTRY = 1L << 32 | 2;

    private static final long INDEX = 0xFFFF;
    private static final long CUR_PAGE = 0xFFF;
    private static final int GFN_AT = 12;
    private static final long GFN = (1L << 40) - 1;
    private static final int OPERATION_AT = 52;
    private static final long OPERATION = 15;
    private static final int LARGE_AT = 56;

    private PageStateList() {
    }

    /** The header of a list of which nothing is done and whose last entry is {@code end}. */
    public static long header(int end) {
        return (long) end << 16;
    }

    /** {@code cur_entry} of a header. */
    public static int cur(long header) {
        return (int) (header & INDEX);
    }

    /** {@code end_entry} of a header. */
    public static int end(long header) {
        return (int) (header >>> 16 & INDEX);
    }

    /** The reserved part of a header. */
    public static long reserved(long header) {
        return header >>> 32;
    }

    /** {@code header} with that {@code cur_entry}. */
    public static long withCur(long header, long cur) {
        return header & ~INDEX | cur & INDEX;
    }

    /** The entry that asks for {@code operation} on the small page {@code gfn}. */
    public static long entry(int gfn, int operation) {
        return (long) operation << OPERATION_AT | (long) gfn << GFN_AT;
    }

    /** How much of the entry's page is done, in small pages. */
    public static long curPage(long entry) {
        return entry & CUR_PAGE;
    }

    /** {@code entry} with that {@code cur_page}. */
    public static long withCurPage(long entry, long pages) {
        return entry & ~CUR_PAGE | pages & CUR_PAGE;
    }

    /** The page number of an entry. */
    public static long gfn(long entry) {
        return entry >>> GFN_AT & GFN;
    }

    /** The operation of an entry. */
    public static int operation(long entry) {
        return (int) (entry >>> OPERATION_AT & OPERATION);
    }

    /** Whether an entry speaks of a large page. */
    public static boolean isLarge(long entry) {
        return (entry >>> LARGE_AT & 1) != 0;
    }
}
