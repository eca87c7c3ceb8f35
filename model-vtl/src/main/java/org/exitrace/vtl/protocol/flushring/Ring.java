package org.exitrace.vtl.protocol.flushring;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** The last addresses that somebody wants flushed, in as many entries. */
final class Ring extends Region {

    /** Entries. */
    static final int SIZE = 2;

    final MutexCell mutex = new MutexCell(cells(), "write lock");
    /** How many were begun, ever. */
    final CountCell inProgress;
    /** How many may be read, ever. */
    final CountCell count;
    private final List<CountCell> entries = new ArrayList<>();
    /** Addresses whose translations have to go and are still there; counted from 1. */
    final BitsCell owed;

    /** A ring for as many requests as {@code most}. */
    Ring(CellScope scope, int most) {
        super(scope);
        inProgress = cells().count("in progress", most);
        count = cells().count("count", most);
        for (int i = 0; i < SIZE; i++) {
            entries.add(cells().count("entry" + i, most));
        }
        owed = ghost().bits("owed", most + 1);
    }

    /** Where the request of that number lies. */
    CountCell entry(int number) {
        return entries.get(number % SIZE);
    }
}
