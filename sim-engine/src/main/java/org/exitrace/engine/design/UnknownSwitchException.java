package org.exitrace.engine.design;

/** Somebody named a switch, or a value of one, that the model does not have. */
public final class UnknownSwitchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSwitchException(String message) {
        super(message);
    }
}
