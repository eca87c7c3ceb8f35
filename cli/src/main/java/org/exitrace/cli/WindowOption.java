package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.RaceWindow;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.campaign.WindowCampaign;
import picocli.CommandLine.Option;

/** How far the race window is looked for. */
final class WindowOption {

    /** More runs would tell the length of a window no better than it is worth. */
    private static final int MOST_RUNS = 1_000;
    /** Behind a single state of a run that many are looked at, some ten times over. */
    private static final int MOST_BEHIND = 50_000;

    @Option(names = "--window-states", paramLabel = "N", order = 22,
            converter = Numbers.Count.class,
            description = "Tell the race window where the machine has no more states than this;"
                    + " 200000 unless told otherwise.")
    private Integer states;

    /**
     * What is told of the race in runs of one design.
     *
     * @param parts for readers
     * @param windows for programs, one for each property, where all states are known
     * @param critical for programs, one for each property of one run, where they are not
     */
    record Told(List<StudyPart> parts, List<JsonObject> windows, List<JsonObject> critical) {

        /** For programs. */
        JsonObject json() {
            return json(List.of(this));
        }

        /** What is told of several designs, for programs. */
        static JsonObject json(List<Told> designs) {
            return new JsonObject()
                    .put("window", designs.stream().flatMap(of -> of.windows().stream()).toList())
                    .put("critical",
                            designs.stream().flatMap(of -> of.critical().stream()).toList());
        }
    }

    /**
     * The races of {@code chosen} for what broke or was to break, as its runs were made.
     *
     * @param name of the design; empty where there is only one
     * @param command that repeats what is told
     */
    Told tell(Chosen chosen, TimingProfile times, TimingSamples samples, TimedSampling sampling,
            Session session, String name, String command) {
        Set<String> ids = ids(chosen, samples);
        if (ids.isEmpty() || samples.runs() == 0) {
            return new Told(List.of(), List.of(), List.of());
        }
        Optional<List<RaceWindow>> windows = new WindowCampaign(
                chosen.scenario(), chosen.design(), times, List.copyOf(ids))
                .seed(samples.seed()).runs(Math.min(MOST_RUNS, samples.runs()))
                .atMost(sampling.steps()).states(states()).threads(sampling.threads())
                .until(session.interrupted()).go()
                .filter(found -> !found.isEmpty() && found.get(0).runs() > 0);
        if (windows.isEmpty()) {
            List<StudyPart> parts = new ArrayList<>(List.of(StudyPart.saying("the race window"
                    + (name.isEmpty() ? "" : ": " + name), List.of(
                            tooLarge("The race window is not told")), "")));
            CriticalView critical = CriticalView.of(chosen, times, samples,
                    Math.min(MOST_BEHIND, states()), name, session.interrupted());
            parts.addAll(critical.parts(command));
            return new Told(parts, List.of(), critical.json());
        }
        WindowView view = new WindowView(windows.get(), name);
        return new Told(view.parts(command), view.json(), List.of());
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

    /** {@code what}, since there are too many states. */
    String tooLarge(String what) {
        return what + ": the machine has more than " + Durations.grouped(states()) + " states, of"
                + " which each would have to be looked at. --window-states raises the bound.";
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
