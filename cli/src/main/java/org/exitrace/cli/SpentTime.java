package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.StepSpending;
import org.exitrace.scenarios.campaign.TimingSamples;

/**
 * Where the time of timed runs went, in all runs together.
 *
 * @param runs how many runs
 * @param costs for how long actors were busy, by cost key, the longest first
 * @param delays for how long free actors let a delay pass, by delay key, the longest first
 * @param waits for how long steps were kept from being taken, the longest first
 * @param exits how often steps were taken whose cost is one of an exit
 * @param waitingNs for how long actors waited before their last steps, delays included
 * @param allNs the time of all actors together
 */
record SpentTime(long runs, List<Sum> costs, List<Sum> delays, List<Wait> waits, long exits,
        long waitingNs, long allNs) {

    /**
     * Of one key.
     *
     * @param key the key; empty for steps that cost nothing
     * @param times how often steps with that key were taken
     * @param ns the time, in nanoseconds
     */
    record Sum(String key, long times, long ns) {
    }

    /**
     * Of one step.
     *
     * @param step its full name
     * @param times how often it was taken
     * @param blockedNs its actor was free and it could not be taken
     * @param queuedNs it could be taken, and its actor was busy with something else
     */
    record Wait(String step, long times, long blockedNs, long queuedNs) {

        long ns() {
            return blockedNs + queuedNs;
        }
    }

    /** Of {@code samples}, runs of {@code model} or of others made like it. */
    static SpentTime of(Model model, TimingSamples samples) {
        StepSpending spent = samples.spending();
        Map<String, Sum> costs = new LinkedHashMap<>();
        Map<String, Sum> delays = new LinkedHashMap<>();
        Map<String, Wait> waits = new LinkedHashMap<>();
        for (Step step : model.steps()) {
            int index = step.index();
            add(costs, step.costKey(), index, spent, spent::costNs);
            if (!step.delayKey().isEmpty()) {
                add(delays, step.delayKey(), index, spent, spent::delayedNs);
            }
            if (spent.blockedNs(index) + spent.queuedNs(index) > 0) {
                waits.merge(step.fullName(), new Wait(step.fullName(), spent.times(index),
                        spent.blockedNs(index), spent.queuedNs(index)), SpentTime::plus);
            }
        }
        return new SpentTime(samples.runs(), sorted(costs), sorted(delays),
                waits.values().stream().sorted(
                        Comparator.comparingLong(Wait::ns).reversed()).toList(),
                costs.values().stream().filter(sum -> TimingSamples.Exit.isCostOfOne(sum.key()))
                        .mapToLong(Sum::times).sum(),
                samples.actors().stream().mapToLong(actor -> actor.waitingNs()).sum(),
                samples.actors().stream().mapToLong(actor -> actor.busyNs() + actor.waitingNs()
                        + actor.idleNs()).sum());
    }

    private static void add(Map<String, Sum> sums, String key, int step, StepSpending spent,
            IntToLongFunction ns) {
        if (spent.times(step) > 0) {
            sums.merge(key, new Sum(key, spent.times(step), ns.applyAsLong(step)),
                    (one, other) -> new Sum(
                            key, one.times() + other.times(), one.ns() + other.ns()));
        }
    }

    private static Wait plus(Wait one, Wait other) {
        return new Wait(one.step(), one.times() + other.times(),
                one.blockedNs() + other.blockedNs(), one.queuedNs() + other.queuedNs());
    }

    private static List<Sum> sorted(Map<String, Sum> sums) {
        List<Sum> sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparingLong(Sum::ns).reversed());
        return sorted;
    }

    /** For how long free actors waited for somebody else before their last steps. */
    long blockedNs() {
        return waitingNs - delays.stream().mapToLong(Sum::ns).sum();
    }

    /** The sum under {@code key}; of nothing where no step with that key was taken. */
    static Sum under(String key, List<Sum> sums) {
        return sums.stream().filter(sum -> sum.key().equals(key)).findFirst()
                .orElse(new Sum(key, 0, 0));
    }

    /** What programs see. */
    JsonObject json() {
        return new JsonObject().put("exits", exits).put("costs", json(costs))
                .put("delays", json(delays)).put("blockedNs", blockedNs())
                .put("waits", waits.stream().map(wait -> new JsonObject()
                        .put("step", wait.step()).put("times", wait.times())
                        .put("blockedNs", wait.blockedNs()).put("queuedNs", wait.queuedNs()))
                        .toList());
    }

    private static List<JsonObject> json(List<Sum> sums) {
        return sums.stream().map(sum -> new JsonObject().put("key", sum.key())
                .put("times", sum.times()).put("ns", sum.ns())).toList();
    }
}
