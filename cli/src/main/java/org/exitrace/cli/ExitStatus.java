package org.exitrace.cli;

import org.exitrace.scenarios.campaign.Verdict;

/** What the process says when it ends. */
enum ExitStatus {
    /** What the scenario expects holds; where it expects nothing, no property broke. */
    HOLDS(0),
    /** It does not. */
    FAILS(1),
    /** The command, or what it was given, cannot be used. */
    UNUSABLE(2),
    /**
     * A bound stopped it before there was a verdict: that of a search, or the number of runs in
     * which nothing broke of what is expected to break.
     */
    STOPPED(3),
    /** Somebody stopped it. */
    INTERRUPTED(130);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitStatus of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> HOLDS;
            case FAILED -> FAILS;
            case UNDECIDED -> STOPPED;
        };
    }
}
