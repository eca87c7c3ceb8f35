package org.exitrace.engine.time;

/**
 * Which ids are due, and when, the earliest first; of those due at one time the least id. Each id
 * is in at most once. Nothing is allocated while the number of pending ids stays about the same.
 *
 * <p>Time only goes forward: nothing is put in before the time of what {@link #first} told last.
 */
public interface EventList {

    /** Told in place of an id where there is none. */
    int NONE = -1;

    /** Up to so many ids a tournament is faster, measured; docs/performance.md has the figures. */
    int MOST_IN_TOURNAMENT = 1 << 15;

    /** An empty list of the ids from 0 up to, and without, {@code ids}. */
    static EventList of(int ids) {
        return ids <= MOST_IN_TOURNAMENT ? new Tournament(ids) : new TimeWheel(ids);
    }

    /** The id that is due first; {@link #NONE} if none is in. */
    int first();

    /** When {@code id}, which is in, is due. */
    long atNs(int id);

    /** Puts {@code id} in, or changes when it is due: from 0, less than the largest two longs. */
    void put(int id, long atNs);

    /** Takes {@code id} out, where it is in. */
    void remove(int id);

    /** Takes all out; time begins at 0 again. */
    void clear();
}
