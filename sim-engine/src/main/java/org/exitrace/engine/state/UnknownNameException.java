package org.exitrace.engine.state;

/** Somebody named a region or a cell that the layout does not have, or not of that type. */
public final class UnknownNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
