package org.exitrace.kvm.stations;

import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** Somebody on his way: a guest, a processor, or a sender. */
final class Traveller extends Region {

    /** Which visit it is; at the end of the way their number. */
    final CountCell visit;
    /** How often it is still done. */
    final CountCell left;
    /** It is being done. */
    final FlagCell inside = cells().flag("inside");

    private final List<Visit> way;

    Traveller(CellScope scope, List<Visit> way) {
        super(scope);
        this.way = way;
        visit = cells().count("visit", way.size());
        left = cells().count("left", way.stream().mapToInt(Visit::times).max().orElse(1));
        left.initially(way.get(0).times());
    }

    boolean isThrough() {
        return visit.is(way.size());
    }

    /** Done once; behind the last time the next visit comes. */
    void done() {
        inside.clear();
        left.decrement();
        if (left.is(0)) {
            visit.increment();
            left.become(isThrough() ? 0 : way.get(visit.get()).times());
        }
    }
}
