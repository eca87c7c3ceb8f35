package org.exitrace.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.ForcedCampaign;
import org.exitrace.scenarios.campaign.ForcedSamples;
import org.exitrace.scenarios.document.UnusableInputException;
import picocli.CommandLine.Option;

/** Which times are forced to see what is too rare to sample. */
final class ForceOption {

    private static final String ALL = "all";

    @Option(names = "--force", paramLabel = "KEY[,KEY]|all", order = 23,
            description = "Also tell how likely it is that something breaks by as many runs again,"
                    + " in half of which one time of these costs comes from a far end of its"
                    + " distribution; each counts by its likelihood. For what is too rare to"
                    + " sample.")
    private String written;

    /** The costs whose times are forced. */
    private List<String> keys(TimingProfile profile, Model... models) {
        if (written.equals(ALL)) {
            return profile.costs().keySet().stream()
                    .filter(key -> !profile.duration(key).isConstant()).toList();
        }
        Set<String> keys = new LinkedHashSet<>();
        for (String key : written.split(",", -1)) {
            SweptCost.known(key, models);
            if (profile.duration(key).isConstant()) {
                throw new UnusableInputException("'--force': the time of '" + key + "' is always "
                        + profile.duration(key) + ", so that it has no far end; name another");
            }
            keys.add(key);
        }
        return List.copyOf(keys);
    }

    boolean isGiven() {
        return written != null;
    }

    /** Refuses what cannot be forced before anything is computed. */
    void check(TimingProfile profile, Model... models) {
        if (written != null) {
            keys(profile, models);
        }
    }

    /** As words of a command of {@code model} alone, which may not know all of the costs. */
    List<String> words(Model model) {
        if (written == null || written.equals(ALL)) {
            return words();
        }
        String known = Stream.of(written.split(",")).filter(key -> model.steps().stream()
                .anyMatch(step -> List.of(step.costKey(), step.delayKey()).contains(key)))
                .collect(Collectors.joining(","));
        return known.isEmpty() ? List.of() : List.of("--force", Shell.quoted(known));
    }

    /** As words of a command. */
    List<String> words() {
        return written == null ? List.of() : List.of("--force", Shell.quoted(written));
    }

    /**
     * Forced runs of each of {@code designs}, by their names.
     *
     * @param times what each takes
     * @param seeds from which each draws
     */
    List<StudyPart> parts(Map<String, Chosen> designs, TimingProfile times, long[] seeds,
            Set<String> wanted, TimedSampling sampling, Session session, String command) {
        if (written == null) {
            return List.of();
        }
        List<String> keys = keys(times, designs.values().stream()
                .map(Chosen::model).toArray(Model[]::new));
        Map<String, ForcedSamples> samples = new LinkedHashMap<>();
        designs.forEach((name, chosen) -> samples.put(name, new ForcedCampaign(
                chosen.scenario(), chosen.design(), times, keys)
                .seed(seeds[samples.size()]).runs(sampling.sample().runs())
                .atMost(sampling.steps()).threads(sampling.threads())
                .until(session.interrupted()).go()));
        samples.values().removeIf(of -> of.runs() == 0);
        return samples.isEmpty() ? List.of()
                : List.of(new ForcedView(samples, wanted, keys).part(command));
    }
}
