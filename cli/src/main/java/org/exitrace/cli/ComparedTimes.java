package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.exitrace.reports.statistics.PairedDifference;
import org.exitrace.reports.statistics.ShareDifference;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * What timed runs of two designs showed, held against each other run by run.
 *
 * @param arms the two, the first first
 * @param samples what each showed
 * @param isPaired whether run by run both met the same chance
 * @param precision the part of the first one's mean to which the difference is to be known
 */
record ComparedTimes(List<CompareOption.Arm> arms, List<TimingSamples> samples, boolean isPaired,
        double precision) {

    /** How many runs both made; where one was interrupted, the others have nobody to go with. */
    int pairs() {
        return Math.min(first().runs(), second().runs());
    }

    TimingSamples first() {
        return samples.get(0);
    }

    TimingSamples second() {
        return samples.get(1);
    }

    /** The end of each run that both made, of the design at {@code place}. */
    long[] ends(int place) {
        return Arrays.copyOf(samples.get(place).endNs(), pairs());
    }

    /** How much longer the second takes; nothing is known of less than two runs. */
    Optional<PairedDifference> ends() {
        return pairs() < 2 ? Optional.empty()
                : Optional.of(PairedDifference.of(ends(0), ends(1)));
    }

    /**
     * The same of runs in which neither broke anything: what the second design costs where the
     * first one works. Nothing where that are all runs, or less than two.
     */
    Optional<PairedDifference> cleanEnds() {
        Set<Long> broken = brokenRuns();
        long[] runs = cleanRuns();
        return broken.isEmpty() || runs.length < 2 ? Optional.empty()
                : Optional.of(PairedDifference.of(only(runs, ends(0)), only(runs, ends(1))));
    }

    /** The runs of both in which neither broke anything. */
    long[] cleanRuns() {
        Set<Long> broken = brokenRuns();
        return LongStream.range(0, pairs()).filter(run -> !broken.contains(run)).toArray();
    }

    private Set<Long> brokenRuns() {
        Set<Long> broken = new LinkedHashSet<>();
        samples.forEach(of -> of.brokenRuns().keySet().forEach(id ->
                broken.addAll(runs(of, id))));
        return broken;
    }

    private static long[] only(long[] runs, long[] ends) {
        return LongStream.of(runs).map(run -> ends[(int) run]).toArray();
    }

    /** Half of the interval that is wanted, in nanoseconds. */
    double wantedNs() {
        return precision * Math.max(1, LongStream.of(ends(0)).average().orElse(1));
    }

    /**
     * The properties that broke in any, and those that one was to break, of which is told how rare
     * they are.
     */
    Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(first().brokenRuns().keySet());
        ids.addAll(second().brokenRuns().keySet());
        arms.forEach(arm -> arm.chosen().design().expectation().broken().forEach(ids::add));
        return ids;
    }

    /** The same, those together that broke in the same runs of both. */
    Collection<List<String>> together() {
        Map<List<Set<Long>>, List<String>> together = new LinkedHashMap<>();
        ids().forEach(id -> together.computeIfAbsent(
                List.of(runs(first(), id), runs(second(), id)), none -> new ArrayList<>()).add(id));
        return together.values();
    }

    /** How often each of {@link #ids} broke in the one and in the other; there are pairs. */
    Map<String, ShareDifference> shares() {
        Map<String, ShareDifference> shares = new LinkedHashMap<>();
        for (String id : ids()) {
            Set<Long> ofFirst = runs(first(), id);
            Set<Long> ofSecond = runs(second(), id);
            long both = ofFirst.stream().filter(ofSecond::contains).count();
            shares.put(id, new ShareDifference(both, ofFirst.size() - both,
                    ofSecond.size() - both,
                    pairs() - ofFirst.size() - ofSecond.size() + both));
        }
        return shares;
    }

    private Set<Long> runs(TimingSamples of, String id) {
        Set<Long> runs = new LinkedHashSet<>();
        for (long run : of.brokenRuns().getOrDefault(id, new long[0])) {
            if (run < pairs()) {
                runs.add(run);
            }
        }
        return runs;
    }

    /** In how many of the runs that both made the property broke, of the design at a place. */
    long broken(int place, String id) {
        return runs(samples.get(place), id).size();
    }

    /** What differs in the two, a line for each switch and each parameter of the machine. */
    List<String> differences() {
        List<String> lines = differing(arm -> arm.switches().labels());
        lines.addAll(differing(arm -> arm.machine().parameters().values()));
        return lines;
    }

    /** What was set aside of the second one's own machine, so that both have the first one's. */
    List<String> setAside() {
        return arms.get(1).setAside();
    }

    private List<String> differing(Function<ScenarioDesign, Map<String, String>> part) {
        Map<String, String> one = part.apply(arms.get(0).chosen().design());
        Map<String, String> other = part.apply(arms.get(1).chosen().design());
        List<String> lines = new ArrayList<>();
        one.forEach((name, label) -> {
            if (!label.equals(other.get(name))) {
                lines.add(name + "=" + label + " | " + other.get(name));
            }
        });
        return lines;
    }
}
