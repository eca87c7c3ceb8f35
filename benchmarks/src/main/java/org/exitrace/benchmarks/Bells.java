package org.exitrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;

/**
 * Guests that ring for their host and wait for its answer, for ever: four guests and a host thread
 * make a group, and groups have nothing in common. Made to measure timed runs that are long.
 */
final class Bells {

    static final int ACTORS_PER_GROUP = 5;

    private static final String ORIGIN = "made up, to measure the loop";

    private static final Routine<Guest> RINGS = Routine.named("ring", "ours",
            code -> code.forever(body -> body
                    .pause("works").costs("guest.work")
                    .step("rings", me -> me.bell.raise()).costs("guest.access")
                    .await("sees the answer", me -> me.answer.isSet(), me -> me.answer.clear())
                    .costs("guest.access")));

    private Bells() {
    }

    /** So many groups of five actors. */
    static Model of(int groups) {
        ModelBuilder model = new ModelBuilder("bells", Design.usual(List.of()));
        List<Guest> all = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            Actor host = model.actor("host" + group);
            for (int i = 1; i < ACTORS_PER_GROUP; i++) {
                Guest guest = new Guest(model.region("guest[" + all.size() + "]"));
                String name = "guest" + all.size();
                model.program(model.actor(name), guest, guest.counter, RINGS);
                model.on(host, guest).step("answers " + name).costs("host.answer")
                        .when(g -> g.bell.isSet())
                        .then(g -> {
                            g.bell.clear();
                            g.answer.raise();
                        });
                all.add(guest);
            }
        }
        return model.build();
    }

    /** Work and answers vary, an access does not. */
    static TimingProfile profile() {
        return TimingProfile.named("measuring")
                .with("guest.work", Duration.uniform(500, 5_000), ORIGIN)
                .with("guest.access", Duration.constant(60), ORIGIN)
                .with("host.answer", Duration.uniform(200, 900), ORIGIN);
    }

    private static final class Guest extends Region {
        final ProgramCounter counter = new ProgramCounter(cells(), "counter");
        final FlagCell bell = cells().flag("bell");
        final FlagCell answer = cells().flag("answer");

        Guest(CellScope scope) {
            super(scope);
        }
    }
}
