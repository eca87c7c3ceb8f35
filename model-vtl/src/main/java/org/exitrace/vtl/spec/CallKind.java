package org.exitrace.vtl.spec;

/**
 * How a hypercall runs.
 *
 * <p>Source: docs/vtl.md b.1.
 */
public enum CallKind {
    /** Once and atomically, as other processors see it. */
    SIMPLE,
    /** An atomic step for each element of a list; it may stop between them and be continued. */
    REP,
    /** It switches levels: no memory, and no status where it succeeds. */
    SWITCH
}
