package org.exitrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.strategy.OneActorLast;
import org.junit.jupiter.api.Test;

class PlayoutTest {

    private static final ModelFactory BROKEN = () -> Rooms.with(4, Rooms.BROKEN);

    @Property(tries = 50)
    void aLineRepeatsTheRun(@ForAll("runs") Playout run) {
        Playout again = Playout.of(BROKEN, run.line());
        assertThat(again.steps()).isEqualTo(run.steps());
        assertThat(again.trace().hash()).isEqualTo(run.trace().hash());
        assertThat(again.result().broken().keySet()).hasSameSizeAs(run.result().broken().keySet());
    }

    @Property(tries = 20)
    void aFailingRunShrinksToTheShortest(@ForAll("runs") Playout run) {
        if (run.result().isClean()) {
            return;
        }
        Shrinkable<Playout> smallest = new ShrinkablePlayout(run);
        boolean smaller = true;
        while (smaller) {
            var next = smallest.shrink().filter(s -> !s.value().result().isClean()).findFirst();
            smaller = next.isPresent();
            smallest = next.orElse(smallest);
        }
        assertThat(smallest.value().steps()).hasSize(4);
        assertThat(smallest.distance().compareTo(new ShrinkablePlayout(run).distance()))
                .isLessThanOrEqualTo(0);
    }

    @Property(tries = 20)
    void drawnDesignsAndMachinesAreThoseThatWereAskedFor(
            @ForAll("designs") Design design, @ForAll("machines") Playout run) {
        assertThat(design).isIn(Rooms.BROKEN, Rooms.REPAIRED);
        assertThat(run.factory().make().actors().size()).isBetween(1, 3);
        ExitraceAssertions.assertThat(run).isClean().keeps("crowded");
    }

    @Test
    void bothDesignsAreDrawn() {
        Set<Design> seen = new LinkedHashSet<>();
        var generator = designs().generator(100);
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            seen.add(generator.next(random).value());
        }
        assertThat(seen).hasSize(2);
    }

    @Test
    void aRunThatBreaksAPromiseFailsWithIt() {
        Playout run = failing();
        ExitraceAssertions.assertThat(run).breaks("crowded").keeps("door");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(run).isClean())
                .hasMessageStartingWith("never: two are inside, because there is one chair")
                .hasMessageContaining(run.line());
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(run).keeps("crowded"))
                .hasMessageContaining("is broken by these " + run.steps().size() + " steps");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(run).breaks("door"))
                .hasMessageContaining("'door' is not broken by these");
        assertThat(run.toString()).startsWith(run.steps().size() + " steps: guest");
    }

    @Test
    void whatOneRunCannotTellIsRefused() {
        Playout run = failing();
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(run).keeps("no-such-property"))
                .isInstanceOf(AssertionError.class).hasMessage("the model has no property"
                        + " 'no-such-property'; it has [crowded, packed, door, visited, overrun,"
                        + " served, deadlock]");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(run).breaks("no-such-property"))
                .hasMessageContaining("it has [crowded, packed,");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(run).keeps("overrun"))
                .hasMessage("'overrun' is of kind reachable, which no single run can break;"
                        + " assert reaches(\"overrun\") of the model");
    }

    @Test
    void drawnStrategiesAlsoLetOneActorWait() {
        ModelFactory repaired = () -> Rooms.with(3, Rooms.REPAIRED);
        assertThat(runsOfTwoGuests(ExitraceArbitraries.schedules(repaired, 40))).isPositive();
        assertThat(runsOfTwoGuests(ExitraceArbitraries.schedules(
                repaired, 40, RandomChoice::new))).isZero();
        assertThat(runsOfTwoGuests(ExitraceArbitraries.schedules(
                repaired, 40, OneActorLast::new))).isGreaterThan(30);
    }

    /** Of 40 runs, those in which a third guest never gets a turn. */
    private static long runsOfTwoGuests(Arbitrary<Playout> schedules) {
        var generator = schedules.generator(100);
        Random random = new Random(1);
        return IntStream.range(0, 40).filter(i -> generator.next(random).value().steps().stream()
                .map(step -> step.split(" ")[0]).distinct().count() == 2).count();
    }

    @Provide
    Arbitrary<Playout> runs() {
        return ExitraceArbitraries.schedules(BROKEN, 60);
    }

    @Provide
    Arbitrary<Design> designs() {
        return ExitraceArbitraries.designs(List.of(Rooms.ENTRY));
    }

    @Provide
    Arbitrary<Playout> machines() {
        return ExitraceArbitraries.schedules(ExitraceArbitraries.machines(List.of(1, 2, 3)),
                guests -> () -> Rooms.with(guests, Rooms.REPAIRED), 40);
    }

    private static Playout failing() {
        for (long seed = 0; ; seed++) {
            Playout run = Playout.of(BROKEN, new RandomChoice(seed), 100);
            if (!run.result().isClean()) {
                return run;
            }
        }
    }
}
