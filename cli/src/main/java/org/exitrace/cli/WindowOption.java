package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.campaign.RaceWindow;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.campaign.WindowCampaign;
import picocli.CommandLine.Option;

/** How far the race window is looked for. */
final class WindowOption {

    /** More runs would tell the length of a window no better than it is worth. */
    private static final int MOST_RUNS = 1_000;

    @Option(names = "--window-states", paramLabel = "N", order = 22,
            converter = Numbers.Count.class,
            description = "Tell the race window where the machine has no more states than this;"
                    + " 200000 unless told otherwise.")
    private Integer states;

    /** The races of {@code chosen} for what broke or was to break, as its runs were made. */
    Optional<List<RaceWindow>> windows(Chosen chosen, TimingProfile times, TimingSamples samples,
            TimedSampling sampling, Session session) {
        return new WindowCampaign(chosen.scenario(), chosen.design(), times,
                List.copyOf(ids(chosen, samples)))
                .seed(samples.seed()).runs(Math.min(MOST_RUNS, samples.runs()))
                .atMost(sampling.steps()).states(states()).threads(sampling.threads())
                .until(session.interrupted()).go()
                .filter(windows -> !windows.isEmpty() && windows.get(0).runs() > 0);
    }

    /** Properties whose race is worth telling: those that broke or were to break. */
    static Set<String> ids(Chosen chosen, TimingSamples samples) {
        Set<String> ids = new LinkedHashSet<>(samples.brokenRuns().keySet());
        ids.addAll(chosen.design().expectation().broken());
        return ids;
    }

    int states() {
        return states == null ? 200_000 : states;
    }

    /** Why nothing is told of it. */
    String untold() {
        return "The race window is not told: the machine has more than "
                + Durations.grouped(states()) + " states, of which each would have to be looked"
                + " at, or no single state breaks what broke. --window-states raises the bound.";
    }

    /** As words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (states != null) {
            words.addAll(List.of("--window-states", Integer.toString(states)));
        }
        return words;
    }
}
