package org.exitrace.engine.explore;

/**
 * The fingerprints that came last, as many as stay in the cache of a core. Steps of different
 * actors commute more often than not, so most states that a step leads to were led to just before:
 * they need no look into the large table.
 */
final class RecentPrints {

    private static final int SLOTS = 1 << 14;

    private final long[] prints = new long[SLOTS];

    /** Whether {@code print} is known to have come before; notes that it has. 0 is never known. */
    boolean knows(long print) {
        int home = (int) print & SLOTS - 1;
        if (prints[home] == print) {
            return print != 0;
        }
        prints[home] = print;
        return false;
    }

    long bytes() {
        return 8L * SLOTS;
    }
}
