package org.exitrace.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.strategy.DrawnStrategy;

/** Schedules, designs and machines for jqwik. */
public final class ExitraceArbitraries {

    private ExitraceArbitraries() {
    }

    /**
     * Runs of the factory's model, each by a strategy that is drawn too: an even choice, actor
     * priorities that change now and then, or one actor last. They shrink to runs from which no
     * step can be left out and in which actors change seldom.
     */
    public static Arbitrary<Playout> schedules(ModelFactory factory, int mostSteps) {
        return schedules(factory, mostSteps, seed -> DrawnStrategy.of(seed).scheduler());
    }

    /** Runs by one strategy, made from a seed: {@code RandomChoice::new} draws each step. */
    public static Arbitrary<Playout> schedules(
            ModelFactory factory, int mostSteps, LongFunction<Scheduler> strategy) {
        return Arbitraries.fromGenerator(random -> new ShrinkablePlayout(
                Playout.of(factory, strategy.apply(random.nextLong()), mostSteps)));
    }

    /** Runs on drawn machines; they shrink to the first machine that fails, then in length. */
    public static <M> Arbitrary<Playout> schedules(
            Arbitrary<M> machines, Function<M, ModelFactory> factory, int mostSteps) {
        return machines.flatMap(machine -> schedules(factory.apply(machine), mostSteps));
    }

    /** One of these machines; shrinks towards the first, so the smallest should come first. */
    public static <M> Arbitrary<M> machines(List<M> smallestFirst) {
        return Arbitraries.of(smallestFirst);
    }

    /** A value of each switch; shrinks towards the usual design. */
    public static Arbitrary<Design> designs(List<Switch<?>> switches) {
        Arbitrary<Design> designs = Arbitraries.just(Design.usual(switches));
        for (Switch<?> choice : switches) {
            designs = designs.flatMap(design -> Arbitraries.of(usualFirst(choice))
                    .map(label -> design.with(choice.name(), label)));
        }
        return designs;
    }

    private static List<String> usualFirst(Switch<?> choice) {
        List<String> labels = new ArrayList<>();
        choice.values().forEach(value -> labels.add(value.label()));
        labels.remove(choice.usual().label());
        labels.add(0, choice.usual().label());
        return labels;
    }
}
