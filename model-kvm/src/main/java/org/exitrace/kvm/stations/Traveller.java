package org.exitrace.kvm.stations;

import java.util.List;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** Somebody on his way: a guest, a processor, or a sender. */
final class Traveller extends Region {

    /** Where on his way he is. */
    final ProgramCounter code = new ProgramCounter(cells(), "code");

    /** How often the visit was made. */
    private final CountCell made;

    Traveller(CellScope scope, List<Visit> way) {
        super(scope);
        made = cells().count("made", way.stream().mapToInt(Visit::times).max().orElse(1));
    }

    /** The whole way through {@code places}. */
    static Routine<Traveller> walk(List<Visit> way, Places places) {
        return Routine.named("way", "docs/timing.md", code -> way.forEach(visit ->
                code.repeat(visit.times(), own -> own.made, once -> once
                        .await(visit.name() + " begins", own -> places.hasRoom(visit.place()),
                                own -> places.enter(visit.place())).costs(visit.key())
                        .step(visit.name() + " ends", own -> places.leave(visit.place())))));
    }
}
