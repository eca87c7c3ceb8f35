package org.exitrace.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

class DrawnStrategyTest {

    @Test
    void drawsEachStrategyForSomeSeed() {
        Set<String> names = new LinkedHashSet<>();
        for (long seed = 0; seed < 64; seed++) {
            names.add(DrawnStrategy.of(seed).name());
        }

        assertThat(names).containsExactlyInAnyOrder("even choice", "one actor last",
                "actor priorities, 1 change", "actor priorities, 2 changes",
                "actor priorities, 3 changes");
    }

    @Test
    void choosesTheSameForTheSameSeed() {
        for (long seed = 0; seed < 32; seed++) {
            assertThat(actors(DrawnStrategy.of(seed).scheduler()))
                    .isEqualTo(actors(DrawnStrategy.of(seed).scheduler()));
        }
    }

    @Test
    void letsOneActorFinishBeforeTheNextWithoutAChangeOfPriority() {
        for (long seed = 0; seed < 16; seed++) {
            assertThat(switches(actors(new ActorPriorities(seed, 0)))).isEqualTo(2);
        }
    }

    @Test
    void switchesActorsAtMostOnceMoreForAChangeOfPriority() {
        Set<Integer> seen = new LinkedHashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            seen.add(switches(actors(new ActorPriorities(seed, 1))));
        }

        assertThat(seen).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void holdsOneActorBackToTheEndInMostRuns() {
        int last = 0;
        for (long seed = 0; seed < 100; seed++) {
            List<String> actors = actors(new OneActorLast(seed));
            String held = actors.get(actors.size() - 1);
            last += actors.subList(actors.size() - 10, actors.size()).stream()
                    .allMatch(held::equals) ? 1 : 0;
        }

        assertThat(last).isGreaterThan(50);
    }

    private static int switches(List<String> actors) {
        int switches = 0;
        for (int i = 1; i < actors.size(); i++) {
            switches += actors.get(i).equals(actors.get(i - 1)) ? 0 : 1;
        }
        return switches;
    }

    private static List<String> actors(Scheduler scheduler) {
        List<String> actors = new ArrayList<>();
        new Run(model(), scheduler).tell(new RunObserver() {
            @Override
            public void stepped(Step step, long number, long atNs) {
                actors.add(step.actor().name());
            }
        }).go();
        return actors;
    }

    private static Model model() {
        ModelBuilder model = new ModelBuilder("walkers", Design.usual(List.of()));
        for (int i = 0; i < 3; i++) {
            Walker walker = new Walker(model.region("walker[" + i + "]"));
            model.on(model.actor("walker" + i), walker).step("walk")
                    .when(w -> w.way.get() < 10).then(w -> w.way.increment());
        }
        return model.build();
    }

    private static final class Walker extends Region {

        final CountCell way = cells().count("way", 10);

        Walker(CellScope scope) {
            super(scope);
        }
    }
}
