package org.exitrace.cli;

import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;

/** Why runs ended, in words. */
final class Endings {

    private Endings() {
    }

    static String told(RunResult result) {
        return told(result.end());
    }

    /** Of an end by its name. */
    static String told(String end) {
        return told(RunEnd.valueOf(end));
    }

    static String told(RunEnd end) {
        return switch (end) {
            case AT_REST -> "at rest";
            case BROKEN -> "where a property broke";
            case STEP_LIMIT -> "at the bound on steps";
            case SCHEDULE_ENDED -> "with the schedule";
            case INTERRUPTED -> "interrupted";
        };
    }
}
