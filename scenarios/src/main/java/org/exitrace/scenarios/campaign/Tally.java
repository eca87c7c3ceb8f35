package org.exitrace.scenarios.campaign;

/**
 * What consecutive runs showed.
 *
 * @param <T> the kind of tally
 */
interface Tally<T extends Tally<T>> {

    /** Adds what the runs that come next showed. */
    void add(T next);

    /** Whether the runs behind these do not count. */
    boolean isLast();
}
