package org.exitrace.ghcb.vcpu;

import java.util.List;

/** What operations of a virtual CPU can give. */
public final class ExchangeResults {

    /** What was looked at is what the script says. */
    public static final String YES = "YES";
    /** It is something else. */
    public static final String NO = "NO";
    /** Done. */
    public static final String DONE = "DONE";
    /** The software of the guest has asked to be ended. */
    public static final String TERMINATED = "TERMINATED";
    /** PVALIDATE has set the carry flag: the page was already what it shall be. */
    public static final String UNCHANGED = "UNCHANGED";

    private ExchangeResults() {
    }

    /** All words. */
    public static List<String> all() {
        return List.of(YES, NO, DONE, TERMINATED, UNCHANGED);
    }
}
