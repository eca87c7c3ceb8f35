package org.exitrace.engine.routine;

/** Somebody asked whether a program stands at a label that it does not have. */
public final class UnknownLabelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownLabelException(String message) {
        super(message);
    }
}
