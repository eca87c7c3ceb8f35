package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/** The event flags of one SINT, in the SIEF page of its VTL (docs/vtl.md a.8). */
public final class EventFlags extends Region {

    private final BitsCell flags;
    private final int number;

    EventFlags(CellScope scope, int number) {
        super(scope);
        this.number = number;
        flags = cells().bits("flags", number);
    }

    /** How many there are. */
    public int number() {
        return number;
    }

    /** The host sets {@code flag} by one atomic access; whether it was clear. */
    public boolean raise(int flag) {
        boolean wasClear = !flags.has(flag);
        flags.add(flag);
        return wasClear;
    }

    /** The guest clears {@code flag} by one atomic access; whether it was set. */
    public boolean take(int flag) {
        boolean wasSet = flags.has(flag);
        flags.remove(flag);
        return wasSet;
    }

    /** The page is cleared. */
    void resets() {
        flags.clear();
    }

    /** Whether one is set. */
    public boolean isAnySet() {
        return !flags.isEmpty();
    }
}
