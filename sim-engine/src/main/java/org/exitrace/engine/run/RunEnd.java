package org.exitrace.engine.run;

/** Why a run ended. */
public enum RunEnd {
    /** Nobody can take a step. */
    AT_REST,
    /** A property broke, and the run was to stop there. */
    BROKEN,
    /** As many steps as allowed were taken. */
    STEP_LIMIT,
    /** The scheduler had nothing more to say, as at the end of a recorded schedule. */
    SCHEDULE_ENDED,
    /** Somebody asked it to stop. */
    INTERRUPTED
}
