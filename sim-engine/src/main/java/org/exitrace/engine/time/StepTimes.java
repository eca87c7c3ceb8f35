package org.exitrace.engine.time;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.step.Step;

/** One time for each step of a model, looked up once: a constant, or a distribution. */
final class StepTimes {

    /** In place of a time that is not always the same. */
    static final long VARIES = -1;

    private final long[] constants;
    private final Duration[] varying;
    private final int[] places;
    private final RandomStream[] streams;
    private final Draws draws;

    StepTimes(Model model, TimingProfile profile, Function<Step, String> key, Draws draws) {
        List<Step> steps = model.steps();
        constants = new long[steps.size()];
        varying = new Duration[steps.size()];
        places = new int[steps.size()];
        streams = new RandomStream[steps.size()];
        this.draws = draws;
        for (int i = 0; i < constants.length; i++) {
            Step step = steps.get(i);
            varying[i] = named(profile, step, key);
            boolean isConstant = varying[i].isConstant();
            constants[i] = isConstant ? varying[i].sample(null) : VARIES;
            places[i] = isConstant ? 0 : draws.place(step.actor(), key.apply(step));
        }
    }

    private static Duration named(TimingProfile profile, Step step, Function<Step, String> key) {
        try {
            return profile.duration(key.apply(step));
        } catch (UnknownCostException unknown) {
            throw new UnknownCostException(
                    unknown.getMessage() + " (wanted by step '" + step + "')");
        }
    }

    /** Another run begins, for which {@code draws} has begun. */
    void begin() {
        for (int i = 0; i < places.length; i++) {
            streams[i] = constants[i] == VARIES ? draws.at(places[i]) : null;
        }
    }

    /** The time of step {@code index}, if it always is the same; else {@link #VARIES}. */
    long constant(int index) {
        return constants[index];
    }

    /** The time of step {@code index}, which varies, this once. */
    long sample(int index) {
        return varying[index].sample(streams[index]);
    }

    /** A time of step {@code index} that is longer than {@code passedNs}, as {@code drawnNs} is. */
    long above(int index, long passedNs, long drawnNs) {
        return constants[index] == VARIES
                ? varying[index].above(passedNs, drawnNs, streams[index]) : drawnNs;
    }

    /** The place of each step when all are sorted by name; steps of one name by index. */
    static int[] ranks(List<Step> steps) {
        Step[] sorted = steps.toArray(Step[]::new);
        Arrays.sort(sorted, Comparator.comparing(Step::name).thenComparingInt(Step::index));
        int[] ranks = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            ranks[sorted[i].index()] = i;
        }
        return ranks;
    }
}
