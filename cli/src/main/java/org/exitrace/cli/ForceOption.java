package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.ForcedCampaign;
import org.exitrace.scenarios.campaign.ForcedSamples;
import org.exitrace.scenarios.document.UnusableInputException;
import picocli.CommandLine.Option;

/** Which times are forced to see what is too rare to sample. */
final class ForceOption {

    private static final String ALL = "all";
    /** The standard normal quantile of 97.5 %. */
    private static final double Z = 1.959963984540054;

    @Option(names = "--force", paramLabel = "KEY[,KEY]|all", order = 23,
            description = "Also tell how likely it is that something breaks by as many runs again,"
                    + " in half of which one time of these costs comes from a far end of its"
                    + " distribution; each counts by its likelihood. For what is too rare to"
                    + " sample.")
    private String written;

    /** The costs whose times are forced. */
    private List<String> keys(TimingProfile profile, Model model) {
        if (written.equals(ALL)) {
            return profile.costs().keySet().stream()
                    .filter(key -> !profile.duration(key).isConstant()).toList();
        }
        Set<String> keys = new LinkedHashSet<>();
        for (String key : written.split(",", -1)) {
            SweptCost.known(key, model);
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
    void check(TimingProfile profile, Model model) {
        if (written != null) {
            keys(profile, model);
        }
    }

    /** As words of a command. */
    List<String> words() {
        return written == null ? List.of() : List.of("--force", Shell.quoted(written));
    }

    /** What forced runs tell; nothing where none are wanted. */
    List<StudyPart> parts(Chosen chosen, TimingProfile times, TimedSampling sampling,
            Session session, String command) {
        if (written == null) {
            return List.of();
        }
        List<String> keys = keys(times, chosen.model());
        ForcedSamples samples = new ForcedCampaign(
                chosen.scenario(), chosen.design(), times, keys)
                .seed(sampling.sample().seed()).runs(sampling.sample().runs())
                .atMost(sampling.steps()).threads(sampling.threads())
                .until(session.interrupted()).go();
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        samples.shown().forEach((id, shown) -> {
            double share = shown.sum() / samples.runs();
            double half = samples.runs() < 2 ? 1 : Z * Math.sqrt(Math.max(0,
                    shown.squares() / samples.runs() - share * share) / (samples.runs() - 1));
            double low = Math.max(0, share - half);
            double high = Math.min(1, share + half);
            rows.add(List.of(id, Durations.grouped(shown.broken()), Shares.percent(share),
                    Shares.percent(low), Shares.percent(high)));
            figures.add(new Figure("forced", "", "", id, "share", samples.runs(), share, low,
                    high));
        });
        return List.of(new StudyPart("how often properties break, by delay injection",
                rows.isEmpty() ? List.of()
                        : List.of("broken", "runs that broke it", "probability", "95 % from", "to"),
                rows, List.of(), List.of((rows.isEmpty() ? "None of " : "Of ")
                        + Durations.grouped(samples.runs()) + " runs"
                        + (rows.isEmpty() ? " broke anything." : ".")
                        + " In half of them one of the first " + samples.draws() + " times of "
                        + String.join(", ", keys) + " came from a far end of its distribution; a"
                        + " run counts by how likely it is (importance sampling with a defensive"
                        + " mixture, without bias; no run counts more than twice). Intervals by"
                        + " the normal approximation: do not trust them where less than about 30"
                        + " runs broke it."), figures, command));
    }
}
