package org.exitrace.psp.conformance;

/** A table that cannot be read, told with file, line and remedy. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TableException(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
