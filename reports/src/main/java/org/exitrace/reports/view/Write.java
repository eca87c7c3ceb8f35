package org.exitrace.reports.view;

import java.util.BitSet;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.Cell;

/** One change of a cell that still stands, and who acted on it; members of a set count alone. */
final class Write {

    private final int number;
    private final int actor;
    private final Cell cell;
    private final long was;
    private final long is;
    private final BitSet receivers = new BitSet();
    private long bits;

    Write(int number, int actor, Cell cell, long was, long is) {
        this.number = number;
        this.actor = actor;
        this.cell = cell;
        this.was = was;
        this.is = is;
        this.bits = cell instanceof BitsCell ? was ^ is : -1;
    }

    int number() {
        return number;
    }

    boolean isNewTo(int reader) {
        return reader != actor && !receivers.get(reader);
    }

    void received(int reader) {
        receivers.set(reader);
    }

    /** Forgets what {@code later} wrote over, and tells whether nothing is left. */
    boolean isGoneBehind(Write later) {
        bits &= ~later.bits;
        return bits == 0;
    }

    /** Makes {@code state} one in which this was not written. */
    void undo(long[] state) {
        cell.putInto(state, cell.rawIn(state) & ~bits | was & bits);
    }

    /** Copies what was written here from one state to another. */
    void copy(long[] from, long[] to) {
        cell.putInto(to, cell.rawIn(to) & ~bits | cell.rawIn(from) & bits);
    }

    Message message() {
        long added = is & ~was;
        long gone = was & ~is;
        if (!(cell instanceof BitsCell) || added != 0 && gone != 0) {
            return new Message(cell.name(), "= " + cell.render(is));
        }
        return new Message(cell.name(),
                gone == 0 ? "+ " + cell.render(added) : "- " + cell.render(gone));
    }
}
