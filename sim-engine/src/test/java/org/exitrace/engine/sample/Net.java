package org.exitrace.engine.sample;

import java.util.List;
import java.util.Random;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.model.Steps;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/**
 * A model drawn by chance: counters spread over several words, and guarded steps and properties
 * that read some and write others.
 */
public final class Net {

    private static final int CELLS = 9;
    private static final int MOST = 3;

    private Net() {
    }

    /** The net of that seed; the same seed gives the same net. */
    public static Model of(long seed) {
        Random random = new Random(seed);
        ModelBuilder model = new ModelBuilder("net", Design.usual(List.of()));
        Tokens[] regions = new Tokens[3];
        for (int i = 0; i < regions.length; i++) {
            regions[i] = new Tokens(model.region("r" + i));
        }
        CountCell[] cells = new CountCell[CELLS];
        for (int i = 0; i < CELLS; i++) {
            cells[i] = regions[i % regions.length].cells[i / regions.length];
        }
        int actors = 1 + random.nextInt(4);
        for (int a = 0; a < actors; a++) {
            var steps = model.on(model.actor("a" + a), regions[0]);
            int count = 1 + random.nextInt(4);
            for (int s = 0; s < count; s++) {
                addStep(steps, "s" + s, cells, random);
            }
        }
        for (int p = 0; p < 3; p++) {
            CountCell one = cells[random.nextInt(CELLS)];
            CountCell other = cells[random.nextInt(CELLS)];
            model.never("never-" + p, "both are full", () -> one.is(MOST) && other.is(MOST));
            model.reachable("reach-" + p, "either is full", () -> one.is(MOST) || other.is(MOST));
        }
        return model.build();
    }

    private static void addStep(
            Steps<Tokens> steps, String name, CountCell[] cells, Random random) {
        CountCell from = cells[random.nextInt(CELLS)];
        CountCell alsoRead = cells[random.nextInt(CELLS)];
        CountCell to = cells[random.nextInt(CELLS)];
        int least = random.nextInt(MOST);
        steps.step(name)
                .when(r -> from.get() >= least || alsoRead.get() > least)
                .then(r -> {
                    to.become((to.get() + 1) % (MOST + 1));
                    from.become((from.get() + MOST) % (MOST + 1));
                });
    }

    private static final class Tokens extends Region {
        final CountCell[] cells = new CountCell[3];

        Tokens(CellScope scope) {
            super(scope);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells().count("c" + i, MOST);
            }
        }
    }
}
