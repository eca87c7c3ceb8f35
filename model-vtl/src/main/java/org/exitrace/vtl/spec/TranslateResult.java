package org.exitrace.vtl.spec;

/**
 * What a translation came to; by its number.
 *
 * <p>Source: docs/vtl.md b.2.
 */
public enum TranslateResult {
    SUCCESS,
    PAGE_NOT_PRESENT,
    PRIVILEGE_VIOLATION,
    INVALID_PAGE_TABLE_FLAGS,
    GPA_UNMAPPED,
    GPA_NO_READ_ACCESS,
    GPA_NO_WRITE_ACCESS,
    GPA_ILLEGAL_OVERLAY_ACCESS,
    INTERCEPT,
    GPA_UNACCEPTED
}
