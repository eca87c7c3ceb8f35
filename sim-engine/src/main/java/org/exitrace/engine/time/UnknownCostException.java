package org.exitrace.engine.time;

/** A step has a cost or delay key that the profile does not know. */
public final class UnknownCostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownCostException(String message) {
        super(message);
    }
}
