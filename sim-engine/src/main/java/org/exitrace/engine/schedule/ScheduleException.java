package org.exitrace.engine.schedule;

/** A schedule or a token is damaged, of another version, or belongs to something else. */
public final class ScheduleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScheduleException(String message) {
        super(message);
    }
}
