package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.sample.Net;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

class AllSchedulesTest {

    @Property(tries = 60)
    void itTakesAsManyPathsAsThereAre(
            @ForAll long net, @ForAll @IntRange(min = 0, max = 5) int depth) {
        AllSchedules all = new AllSchedules(depth);
        Model model = Net.of(net);
        Set<List<String>> seen = new LinkedHashSet<>();
        while (all.hasNext()) {
            Trace trace = new Trace();
            new Run(model, all).tell(trace).goOnWhenBroken().go();
            assertThat(seen.add(trace.names())).as("no path twice").isTrue();
        }
        assertThat(seen).hasSize((int) paths(Net.of(net), depth));
        assertThat(all.runs()).isEqualTo(seen.size());
    }

    @Property(tries = 20)
    void independentCountersInterleaveInMultinomialWays(
            @ForAll @IntRange(min = 0, max = 4) int one,
            @ForAll @IntRange(min = 0, max = 4) int other) {
        AllSchedules all = new AllSchedules(8);
        Model model = counters(one, other);
        while (all.hasNext()) {
            new Run(model, all).go();
        }
        assertThat(all.runs()).isEqualTo(choose(one + other, one));
        assertThat(all.wasCut()).isFalse();
    }

    @Test
    void itFindsTheLostWakeUpAndSaysThatItSawAll() {
        AllSchedules all = new AllSchedules(10);
        int broken = 0;
        List<int[]> paths = new ArrayList<>();
        while (all.hasNext()) {
            RunResult result = new Run(LostWakeUp.broken(), all).go();
            broken += result.isClean() ? 0 : 1;
            paths.add(all.path());
        }
        assertThat(broken).isEqualTo(1);
        assertThat(all.wasCut()).isFalse();
        assertThat(paths.get(0)).containsOnly(0);
        assertThat(all.hasNext()).isFalse();
    }

    @Test
    void itSaysWhenASchedulesEndWasNotSeen() {
        AllSchedules all = new AllSchedules(3);
        new Run(Crowd.of(1), all).go();
        assertThat(all.wasCut()).isTrue();
        assertThat(all.hasNext()).isFalse();
    }

    @Test
    void aModelThatGoesOtherWaysIsRefused() {
        AllSchedules all = new AllSchedules(2);
        new Run(Crowd.of(2), all).go();
        assertThat(all.hasNext()).isTrue();
        assertThatThrownBy(() -> new Run(Crowd.of(3), all).go())
                .hasMessageContaining("at step 1 the same schedule could go 2 ways and now 3");
    }

    private static long paths(Model model, int depth) {
        Step[] enabled = model.stepBuffer();
        int count = depth == 0 ? 0 : model.enabled(enabled);
        if (count == 0) {
            return 1;
        }
        long[] state = model.frame().snapshot();
        long paths = 0;
        for (int i = 0; i < count; i++) {
            enabled[i].fire();
            paths += paths(model, depth - 1);
            model.frame().load(state, 0);
        }
        return paths;
    }

    private static Model counters(int... tops) {
        ModelBuilder open = new ModelBuilder("counters", Design.usual(List.of()));
        for (int i = 0; i < tops.length; i++) {
            int top = tops[i];
            CountCell count = open.region("r" + i).count("n", 9);
            open.on(open.actor("a" + i), count)
                    .step("counts").when(c -> c.get() < top).then(CountCell::increment);
        }
        return open.build();
    }

    private static long choose(int n, int k) {
        long ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }
}
