package org.exitrace.ghcb.vcpu;

import java.util.List;

/** What operations of a virtual CPU can give. */
public final class ExchangeResults {

    /** What was looked at is what the script says. */
    public static final String YES = "YES";
    /** It is something else. */
    public static final String NO = "NO";

    private ExchangeResults() {
    }

    /** All words. */
    public static List<String> all() {
        return List.of(YES, NO);
    }
}
