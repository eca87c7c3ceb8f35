package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.CriticalSearch;
import org.exitrace.scenarios.campaign.CriticalStep;
import org.exitrace.scenarios.campaign.TimingSamples;

/** The critical step of the first run that broke something, where not all states are known. */
final class CriticalView {

    private final Chosen chosen;
    private final TimingProfile times;
    private final TimingSamples samples;
    private final int states;

    /** Of runs of {@code chosen}; so many states behind one of a run are looked at, at most. */
    CriticalView(Chosen chosen, TimingProfile times, TimingSamples samples, int states) {
        this.chosen = chosen;
        this.times = times;
        this.samples = samples;
        this.states = states;
    }

    /** Nothing where nothing broke. */
    List<StudyPart> parts(String name, Session session, String command) {
        Map<Long, List<String>> runs = new LinkedHashMap<>();
        samples.brokenRuns().forEach((id, broken) ->
                runs.computeIfAbsent(broken[0], first -> new ArrayList<>()).add(id));
        List<List<String>> rows = new ArrayList<>();
        runs.forEach((run, ids) -> new CriticalSearch(chosen.scenario().build(chosen.design()),
                times, states, session.interrupted()).go(ids, samples.seed(), run)
                .forEach(step -> rows.add(row(step))));
        return rows.isEmpty() ? List.of() : List.of(new StudyPart(
                "the critical step of one run" + (name.isEmpty() ? "" : ": " + name),
                List.of("property", "run", "at", "decided", "step"), rows, List.of(),
                List.of("Of the first run that broke it, counted from 0: the last step before"
                        + " which a good outcome could still be reached, by looking at up to "
                        + Durations.grouped(states) + " states behind states of this run. In"
                        + " front of these a state counts as good where one of 64 schedules by"
                        + " chance comes to rest without breaking it. Not decided: it is this step"
                        + " or one of those behind it, so many in all."), List.of(), command));
    }

    private List<String> row(CriticalStep step) {
        String run = Durations.grouped(step.run());
        if (step.steps().isEmpty()) {
            return List.of(step.property(), run, "", "no", "");
        }
        return List.of(step.property(), run, "#" + step.first(), step.isDecided() ? "yes"
                : "no: of " + step.steps().size(), step.steps().get(0));
    }
}
