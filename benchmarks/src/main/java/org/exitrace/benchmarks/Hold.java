package org.exitrace.benchmarks;

/**
 * The HOLD model: what is pending first is taken and put off by a random gap, again and again, so
 * that as many stay pending. Each list has a loop of its own, which is compiled for it alone.
 */
interface Hold {

    /** Does so {@code times} more times; tells the time of the one that was put off last. */
    long go(int times);
}
