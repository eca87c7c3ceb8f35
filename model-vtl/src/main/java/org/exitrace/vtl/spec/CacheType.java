package org.exitrace.vtl.spec;

/**
 * How a translated page is cached.
 *
 * <p>Source: docs/vtl.md b.2.
 */
public enum CacheType {
    UNCACHED(0),
    WRITE_COMBINING(1),
    WRITE_THROUGH(4),
    WRITE_PROTECTED(5),
    WRITE_BACK(6);

    private final int code;

    CacheType(int code) {
        this.code = code;
    }

    /** Its number. */
    public int code() {
        return code;
    }
}
