package org.exitrace.engine.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.sample.Net;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.Setting;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    private final List<String> progress = new ArrayList<>();

    @Test
    void aCrowdIsShrunkToTwoGuestsOfWhomEachGoesInWithoutPause() {
        List<String> failing = failing(() -> Crowd.of(5), 11);
        Shrunk shrunk = new Shrinker(() -> Crowd.of(5), "crowded")
                .tell((steps, switches, attempts) -> progress.add(steps + "/" + switches))
                .shrink(failing);
        assertThat(shrunk.steps()).hasSize(6);
        assertThat(shrunk.switches()).isEqualTo(2);
        assertThat(shrunk.minimal()).isTrue();
        assertThat(shrunk.attempts()).isGreaterThan(6);
        assertThat(progress).isNotEmpty().endsWith("6/2");
    }

    @Property(tries = 60)
    void noStepCanBeLeftOutOfWhatIsLeft(@ForAll long net, @ForAll long seed) {
        Trace trace = new Trace();
        RunResult result = new Run(Net.of(net), new RandomChoice(seed))
                .tell(trace).atMost(80).go();
        if (result.isClean()) {
            return;
        }
        String property = result.broken().keySet().iterator().next().id();
        Shrunk shrunk = new Shrinker(() -> Net.of(net), property).shrink(trace.names());
        assertThat(breaks(Net.of(net), shrunk.steps(), property)).isTrue();
        assertThat(shrunk.steps().size()).isLessThanOrEqualTo(trace.length());
        for (int i = 0; i < shrunk.steps().size(); i++) {
            List<String> without = new ArrayList<>(shrunk.steps());
            without.remove(i);
            assertThat(breaks(Net.of(net), without, property)).isFalse();
        }
    }

    @Test
    void anEventuallyThatIsBrokenAtRestIsShrunk() {
        List<String> lost = List.of("sleeper sleep: looks for work", "waker wake: posts work",
                "waker wake: kicks", "sleeper sleep: parks");
        for (String property : List.of("served", "deadlock")) {
            Shrunk shrunk = new Shrinker(LostWakeUp::broken, property).shrink(lost);
            assertThat(shrunk.steps()).isEqualTo(lost);
        }
    }

    @Test
    void whatIsBehindTheBrokenStateIsCutOff() {
        List<String> failing = failing(() -> Crowd.of(2), 3);
        List<String> longer = new ArrayList<>(failing);
        longer.addAll(List.of("guest0 visit: comes out", "guest1 visit: comes out"));
        Shrunk shrunk = new Shrinker(() -> Crowd.of(2), "crowded").shrink(longer);
        assertThat(shrunk.steps()).hasSize(6);
        assertThat(shrunk.steps().get(5)).endsWith("goes in");
    }

    @Test
    void theResultIsRecordedAndReplaysToTheSameBreak() {
        Shrinker shrinker = new Shrinker(() -> Crowd.of(3), "crowded");
        Shrunk shrunk = shrinker.shrink(failing(() -> Crowd.of(3), 5));
        Schedule schedule = shrinker.record(shrunk, Setting.of("crowd", Map.of()));
        assertThat(schedule.breaks()).isEqualTo("crowded");
        assertThat(schedule.steps()).isEqualTo(shrunk.steps());
        Replay replay = Replay.of(schedule);
        RunResult result = new Run(Crowd.of(3), replay).go();
        assertThat(replay.divergence()).isEmpty();
        assertThat(result.broken().values()).containsExactly(6L);
    }

    @Test
    void anInterruptedShrinkerGivesWhatItHas() {
        List<String> failing = failing(() -> Crowd.of(5), 11);
        Shrunk shrunk = new Shrinker(() -> Crowd.of(5), "crowded")
                .until(() -> true).shrink(failing);
        assertThat(shrunk.minimal()).isFalse();
        assertThat(shrunk.steps()).isEqualTo(failing);
        assertThat(shrunk.attempts()).isEqualTo(1);
    }

    @Test
    void whatDoesNotBreakAnythingIsRefused() {
        Shrinker shrinker = new Shrinker(() -> Crowd.of(2), "crowded");
        assertThatThrownBy(() -> shrinker.shrink(List.of("guest0 visit: strolls")))
                .hasMessage("the schedule of 1 steps does not break 'crowded'; there is nothing to"
                        + " shrink");
        assertThatThrownBy(() -> new Shrinker(() -> Crowd.of(2), "quiet"))
                .hasMessage("model 'crowd' has no property 'quiet'; it has"
                        + " [crowded, steady, deadlock]");
    }

    @Test
    void theSmallestMachineThatFailsIsFound() {
        MachineShrinker machines = new MachineShrinker(List.of(
                machine("no door", LostWakeUp::repaired), machine("1 guest", () -> Crowd.of(1)),
                machine("2 guests", () -> Crowd.of(2)), machine("3 guests", () -> Crowd.of(3))),
                "crowded").runs(20).atMost(200)
                .tell((steps, switches, attempts) -> progress.add(steps + "/" + switches));
        var found = machines.shrink(failing(() -> Crowd.of(5), 11)).orElseThrow();
        assertThat(found.machine().label()).isEqualTo("2 guests");
        assertThat(found.schedule().steps()).hasSize(6);
        assertThat(found.schedule().minimal()).isTrue();
    }

    @Test
    void noMachineIsFoundWhereNoneFailsOrItIsInterrupted() {
        List<MachineShrinker.Machine> one = List.of(machine("1 guest", () -> Crowd.of(1)));
        assertThat(new MachineShrinker(one, "crowded").runs(3).atMost(50).shrink(List.of()))
                .isEmpty();
        List<MachineShrinker.Machine> two = List.of(machine("2 guests", () -> Crowd.of(2)));
        assertThat(new MachineShrinker(two, "crowded").until(() -> true).shrink(List.of()))
                .isEmpty();
    }

    private static MachineShrinker.Machine machine(String label, ModelFactory factory) {
        return new MachineShrinker.Machine(label, factory);
    }

    private static boolean breaks(Model model, List<String> steps, String property) {
        return new Run(model, Replay.leniently(steps)).goOnWhenBroken().go().broken().keySet()
                .stream().anyMatch(broken -> broken.id().equals(property));
    }

    private static List<String> failing(ModelFactory factory, long firstSeed) {
        for (long seed = firstSeed; ; seed++) {
            Trace trace = new Trace();
            RunResult result = new Run(factory.make(), new RandomChoice(seed))
                    .tell(trace).atMost(500).go();
            if (!result.isClean() && trace.length() > 12) {
                return trace.names();
            }
        }
    }
}
