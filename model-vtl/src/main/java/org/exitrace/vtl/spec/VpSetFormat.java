package org.exitrace.vtl.spec;

/**
 * How a set of processors is written; by its number.
 *
 * <p>Source: docs/vtl.md b.2.
 */
public enum VpSetFormat {
    /** A mask of banks that follow, 64 processors each. */
    SPARSE_4K,
    /** All; no bank follows. */
    ALL
}
