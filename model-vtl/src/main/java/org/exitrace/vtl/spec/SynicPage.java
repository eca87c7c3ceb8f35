package org.exitrace.vtl.spec;

/**
 * The two pages of a SynIC: a slot for a message of each SINT, and flags of each.
 *
 * <p>Source: docs/vtl.md a.8.
 */
public final class SynicPage {

    /** Bytes of a slot, and of the flags of a SINT. */
    public static final int BYTES_OF_SINT = 256;
    /** Bytes of a page. */
    public static final int BYTES = Sint.COUNT * BYTES_OF_SINT;
    /** Flags of a SINT. */
    public static final int FLAGS_OF_SINT = BYTES_OF_SINT * Byte.SIZE;

    private SynicPage() {
    }
}
