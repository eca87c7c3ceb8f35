package org.exitrace.scenarios.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.UnusableInputException;

/**
 * A timing profile with what a report has to say about it.
 *
 * @param name as scenarios and commands name it
 * @param title what is timed, in one line
 * @param platform what was measured
 * @param costs each key with how far its figure can be trusted, in the order of the file
 * @param times for the engine
 * @param place of the costs in the file
 */
public record ProfileFile(String name, String title, String platform, List<Trust> costs,
        TimingProfile times, Place place) {

    /** Copies the list. */
    public ProfileFile {
        costs = List.copyOf(costs);
    }

    /** The figure of {@code key}; empty where the profile has none. */
    public Optional<Trust> cost(String key) {
        return costs.stream().filter(cost -> cost.key().equals(key)).findFirst();
    }

    /** The keys whose figures nobody measured. */
    public List<String> assumedKeys() {
        return costs.stream().filter(cost -> cost.confidence().equals(Trust.ASSUMED))
                .map(Trust::key).toList();
    }

    /** The keys whose figures are of another machine than the profile's platform. */
    public List<String> foreignKeys() {
        return costs.stream().filter(cost -> !cost.cpu().isEmpty()).map(Trust::key).toList();
    }

    /** The same profile with no other keys than those that steps of {@code models} name. */
    public ProfileFile usedBy(List<Model> models) {
        Set<String> used = new LinkedHashSet<>();
        models.forEach(model -> model.steps().forEach(step ->
                used.addAll(List.of(step.costKey(), step.delayKey()))));
        TimingProfile kept = TimingProfile.named(name);
        for (Map.Entry<String, TimingProfile.Cost> cost : times.costs().entrySet()) {
            if (used.contains(cost.getKey())) {
                kept = kept.with(cost.getKey(), cost.getValue().duration(),
                        cost.getValue().source());
            }
        }
        return new ProfileFile(name, title, platform,
                costs.stream().filter(cost -> used.contains(cost.key())).toList(), kept, place);
    }

    /**
     * Refuses a profile that lacks costs which steps of {@code model} have.
     *
     * @throws UnusableInputException with all of them, at the place of the costs
     */
    public void refuseUnlessComplete(Model model) {
        Problems problems = new Problems();
        Set<String> told = new LinkedHashSet<>();
        for (Step step : model.steps()) {
            for (String key : List.of(step.costKey(), step.delayKey())) {
                if (!key.isEmpty() && !times.costs().containsKey(key) && told.add(key)) {
                    problems.add(place, "cost '" + key + "' is missing, which step '"
                            + step.fullName() + "' wants; add it with its source, or as assumed");
                }
            }
        }
        problems.throwIfAny();
    }

    /**
     * How far a figure can be trusted.
     *
     * @param key the cost key
     * @param form the time as the file says it, with its unit, such as {@code uniform 3 to 9 us}
     * @param confidence {@code high}, {@code medium}, {@code low} or {@code assumed}
     * @param source where it was read, or why it was assumed
     * @param conditions under which it was measured; may be empty
     * @param cpu what it was measured on, where that is not the profile's platform; else empty
     */
    public record Trust(String key, String form, String confidence, String source,
            String conditions, String cpu) {

        /** Confidence of a figure that nobody measured. */
        public static final String ASSUMED = "assumed";
    }
}
