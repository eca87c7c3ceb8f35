package org.exitrace.vtl.spec;

/**
 * Why a level was entered; by its number, which stands in the VP assist page.
 *
 * <p>Source: docs/vtl.md a.6, c.1.
 */
public enum EntryReason {
    /** Never written. */
    RESERVED,
    /** The next lower level called. */
    VTL_CALL,
    /** An interrupt of the entered level, among them that of an intercept message. */
    INTERRUPT,
    /** An intercept that stands in the intercept page. */
    INTERCEPT
}
