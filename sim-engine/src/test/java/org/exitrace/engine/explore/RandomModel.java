package org.exitrace.engine.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.step.Step;

/** Small models drawn by chance: a few counters, steps that test one or two and change one. */
final class RandomModel {

    private static final int CELLS = 4;
    private static final int MOST = 3;

    private RandomModel() {
    }

    static Model of(long seed) {
        RandomStream random = RandomStream.named(seed, "model");
        ModelBuilder model = new ModelBuilder("random " + seed, Design.usual(List.of()));
        List<CountCell> cells = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            cells.add(model.region("r" + i).count("value", MOST));
        }
        for (int actor = 0; actor < 3; actor++) {
            var steps = model.on(model.actor("a" + actor), cells);
            for (int i = 0; i < 3; i++) {
                int looks = random.nextInt(CELLS);
                int alsoLooks = random.nextInt(CELLS);
                int atLeast = random.nextInt(MOST + 1);
                int changes = random.nextInt(CELLS);
                int by = 1 + random.nextInt(MOST);
                steps.step("s" + i)
                        .when(all -> all.get(looks).get() >= atLeast
                                || all.get(alsoLooks).is(all.get(changes).get()))
                        .then(all -> all.get(changes).become(
                                (all.get(changes).get() + by) % (MOST + 1)));
            }
        }
        int bad = random.nextInt(CELLS);
        model.never("bad", "two are full", () -> cells.get(bad).is(MOST)
                && cells.get((bad + 1) % CELLS).is(MOST) && cells.get((bad + 2) % CELLS).is(1));
        model.never("each", "a cell is full while the bad one is 1", cells,
                cell -> cell.is(MOST) && cells.get(bad).is(1));
        model.reachable("good", "the last are equal and full",
                () -> cells.get(2).is(MOST) && cells.get(3).is(MOST) && cells.get(0).is(2));
        model.atRest("rested", "nobody rests with an odd first cell",
                () -> cells.get(0).get() % 2 == 0);
        return model.build();
    }

    /** What a plain search with whole states in a map finds. */
    static Plain search(Model model) {
        Map<List<Long>, Integer> levels = new LinkedHashMap<>();
        Deque<long[]> queue = new ArrayDeque<>();
        Plain plain = new Plain();
        Step[] enabled = model.stepBuffer();
        model.reset();
        plain.visit(model, levels, queue, 1);
        while (!queue.isEmpty()) {
            long[] state = queue.remove();
            model.frame().load(state, 0);
            int level = levels.get(key(state));
            int count = model.enabled(enabled);
            if (count == 0 && plain.rested == 0
                    && !model.property("rested").orElseThrow().conditionHolds()) {
                plain.rested = level;
            }
            for (int i = 0; i < count; i++) {
                model.frame().load(state, 0);
                enabled[i].fire();
                plain.transitions++;
                plain.visit(model, levels, queue, level + 1);
            }
        }
        plain.states = levels.size();
        return plain;
    }

    private static List<Long> key(long[] state) {
        List<Long> key = new ArrayList<>();
        for (long word : state) {
            key.add(word);
        }
        return key;
    }

    /** Counts, and the level at which each property was settled first; 0 if never. */
    static final class Plain {
        int states;
        long transitions = 1;
        int depth;
        int bad;
        int each;
        int good;
        int rested;

        private void visit(
                Model model, Map<List<Long>, Integer> levels, Deque<long[]> queue, int level) {
            long[] state = model.frame().snapshot();
            if (levels.putIfAbsent(key(state), level) != null) {
                return;
            }
            queue.add(state);
            depth = level;
            if (bad == 0 && model.property("bad").orElseThrow().isBrokenHere()) {
                bad = level;
            }
            if (each == 0 && model.property("each").orElseThrow().isBrokenHere()) {
                each = level;
            }
            if (good == 0 && model.property("good").orElseThrow().conditionHolds()) {
                good = level;
            }
        }
    }
}
