package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.time.Injection;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.WeightedShare;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.ForcedSamples;

/** How likely properties break, by runs with forced times, as a part of a report. */
final class ForcedView {

    private static final String PART = "forced";
    private static final String METHOD = "importance sampling, Wilson at the effective runs";
    private static final String BOUND = "importance sampling, Wilson's bound times 2";
    private static final String FEW =
            "importance sampling, too few: upper end only, Wilson's bound times 2";
    private static final String ANYTHING = "any property";

    private final Map<String, ForcedSamples> samples;
    private final List<String> ids;
    private final List<String> keys;

    /**
     * Of one design, or of two that are held against each other.
     *
     * @param samples by name of the design; it is empty where there is only one
     * @param wanted of which properties it is told even where no forced run broke them
     * @param keys whose times were forced
     */
    ForcedView(Map<String, ForcedSamples> samples, Set<String> wanted, List<String> keys) {
        this.samples = samples;
        this.ids = new ArrayList<>(wanted);
        samples.values().forEach(of -> of.shown().keySet().stream()
                .filter(id -> !ids.contains(id)).forEach(ids::add));
        this.keys = keys;
    }

    /** The part; {@code command} repeats it. */
    StudyPart part(String command) {
        RareShares shares = new RareShares(PART, List.copyOf(samples.keySet()));
        for (String id : ids.isEmpty() ? List.of(ANYTHING) : ids) {
            samples.forEach((design, of) -> {
                WeightedShare share = share(of, id);
                shares.add(new RareShares.Share(id, design, share.shown(), share.runs(),
                        share.interval(), method(share),
                        share.isBound() && share.shown() > 0));
            });
        }
        return shares.part("how likely properties break, by forced times", "runs that broke it",
                notes(), command);
    }

    private static WeightedShare share(ForcedSamples of, String id) {
        ForcedSamples.Weighed shown = of.shown().getOrDefault(id, ForcedSamples.Weighed.NONE);
        return WeightedShare.of(new WeightedShare.Weights(shown.broken(), shown.sum(),
                shown.squares(), shown.greatest()), of.runs(), Injection.MOST_WEIGHT);
    }

    private static String method(WeightedShare share) {
        if (!share.isBound()) {
            return METHOD;
        }
        return share.shown() == 0 ? BOUND : FEW;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        samples.forEach((design, of) -> notes.add((design.isEmpty() ? "" : "Of " + design + ": ")
                + Durations.grouped(of.runs()) + " runs; in half of them " + (of.draws() == 1
                        ? "the first time" : "one of the first "
                                + Durations.grouped(of.draws()) + " times")
                + " of " + String.join(", ", keys) + " came from a far end of its distribution."));
        notes.add("A run counts by how likely it is (importance sampling with a defensive mixture,"
                + " without bias; at most twice). Intervals are Wilson's for as many plain runs as"
                + " would know it as well. Too few: by their weights fewer than "
                + WeightedShare.ENOUGH + " runs broke it, or one of them is more than a tenth of"
                + " the sum. Then, and where none did, the upper end alone is told, Wilson's if"
                + " each had counted twice, and the probability may be far from the truth: make"
                + " more --runs.");
        return notes;
    }
}
