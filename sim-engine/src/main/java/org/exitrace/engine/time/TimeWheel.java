package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * An event list of wheels: a time is noted by the highest of its digits to base 64 in which it
 * differs from now. When that digit comes, what was noted there is noted again by a lower one, so
 * that an id is touched at most eleven times between put and due, however many are pending and
 * however their times lie; mostly two to four times. Ids due at one time are told by a set.
 *
 * <p>A note is not looked for when its id is taken out or put elsewhere: it has another time than
 * its id, and is dropped when its turn comes. When there are more such notes than ids, all are
 * made anew.
 */
final class TimeWheel implements EventList {

    private static final long NEVER = Long.MAX_VALUE - 1;

    private final long[] atNs;
    private final DueIds due;
    private final WheelNotes notes = new WheelNotes();
    /** At most the least time that is pending; ids of just that time are due, and have no note. */
    private long nowNs;
    private long toldNs;

    TimeWheel(int ids) {
        atNs = new long[ids];
        due = new DueIds(ids);
        clear();
    }

    @Override
    public void clear() {
        Arrays.fill(atNs, NEVER);
        due.clear();
        notes.clear();
        nowNs = 0;
        toldNs = 0;
    }

    @Override
    public long atNs(int id) {
        return atNs[id];
    }

    @Override
    public void put(int id, long newNs) {
        if (newNs < nowNs) {
            throw new IllegalArgumentException(
                    newNs + " ns is before " + nowNs + " ns, the time that was told last");
        }
        if (atNs[id] == nowNs) {
            due.remove(id);
        }
        atNs[id] = newNs;
        if (newNs == nowNs) {
            due.add(id);
            return;
        }
        notes.add(nowNs, newNs, id);
        if (notes.size() > 2L * atNs.length) {
            noteAnew();
        }
    }

    @Override
    public void remove(int id) {
        if (atNs[id] == nowNs) {
            due.remove(id);
        }
        atNs[id] = NEVER;
    }

    private void noteAnew() {
        notes.clear();
        for (int id = 0; id < atNs.length; id++) {
            if (atNs[id] != NEVER && atNs[id] != nowNs) {
                notes.add(nowNs, atNs[id], id);
            }
        }
    }

    @Override
    public int first() {
        while (due.isEmpty()) {
            if (notes.isEmpty()) {
                nowNs = toldNs;
                return NONE;
            }
            turn();
        }
        toldNs = nowNs;
        return due.least();
    }

    /** Goes on to the next digit that has notes, and notes them by lower ones. */
    private void turn() {
        int page = notes.takeFirst(nowNs);
        nowNs = notes.takenNs();
        while (page != WheelNotes.NO_PAGE) {
            int end = notes.takenEnd();
            for (int i = WheelNotes.start(page); i < end; i++) {
                long ns = notes.ns(i);
                int id = notes.id(i);
                if (ns != nowNs) {
                    notes.add(nowNs, ns, id);
                } else if (atNs[id] == ns) {
                    due.add(id);
                }
            }
            page = notes.dropTaken(page);
        }
    }
}
