package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.CriticalSearch;
import org.exitrace.scenarios.campaign.CriticalStep;
import org.exitrace.scenarios.campaign.TimingSamples;

/** The critical step of the first run that broke something, where not all states are known. */
final class CriticalView {

    private final List<CriticalStep> found;
    private final int states;
    private final String design;

    private CriticalView(List<CriticalStep> found, int states, String design) {
        this.found = found;
        this.states = states;
        this.design = design;
    }

    /**
     * Of runs of {@code chosen}.
     *
     * @param states so many behind one of a run are looked at, at most
     * @param design its name; empty where there is only one
     */
    static CriticalView of(Chosen chosen, TimingProfile times, TimingSamples samples, int states,
            String design, BooleanSupplier interrupted) {
        Map<Long, List<String>> runs = new LinkedHashMap<>();
        samples.brokenRuns().forEach((id, broken) ->
                runs.computeIfAbsent(broken[0], first -> new ArrayList<>()).add(id));
        List<CriticalStep> found = new ArrayList<>();
        runs.forEach((run, ids) -> found.addAll(new CriticalSearch(
                chosen.scenario().build(chosen.design()), times, states, interrupted)
                .go(ids, samples.seed(), run)));
        return new CriticalView(found, states, design);
    }

    /** Nothing where nothing broke. */
    List<StudyPart> parts(String command) {
        Map<List<String>, List<String>> told = new LinkedHashMap<>();
        found.forEach(step -> told.computeIfAbsent(row(step), none -> new ArrayList<>())
                .add(step.property()));
        List<List<String>> rows = new ArrayList<>();
        told.forEach((row, properties) -> {
            List<String> texts = new ArrayList<>(List.of(String.join(", ", properties)));
            texts.addAll(row);
            rows.add(texts);
        });
        return rows.isEmpty() ? List.of() : List.of(new StudyPart(
                "the critical step of one run" + (design.isEmpty() ? "" : ": " + design),
                List.of("property", "run", "at", "decided", "step"), rows, List.of(),
                List.of("Of the first run that broke it, counted from 0: the last step before"
                        + " which a good outcome could still be reached, by looking at up to "
                        + Durations.grouped(states) + " states behind states of this run. In"
                        + " front of these a state counts as good where one of 64 schedules by"
                        + " chance comes to rest without breaking it. Not decided: it is this step"
                        + " or one of those behind it, so many in all."), figures(), command));
    }

    /** All but the property. */
    private static List<String> row(CriticalStep step) {
        String run = Durations.grouped(step.run());
        if (step.steps().isEmpty()) {
            return List.of(run, "", "no", "");
        }
        return List.of(run, "#" + step.first(), step.isDecided() ? "yes"
                : "no: of " + step.steps().size(), step.steps().get(0));
    }

    /** The number of the step in its run. */
    private List<Figure> figures() {
        return found.stream().filter(step -> !step.steps().isEmpty())
                .map(step -> Figure.exact("critical", design, "", step.property()
                        + ": critical in run " + step.run() + (step.isDecided() ? ""
                        : ", or one of the " + (step.steps().size() - 1) + " behind it") + ": "
                        + step.steps().get(0), "step", 1, step.first())).toList();
    }

    /** For programs. */
    List<JsonObject> json() {
        return found.stream().map(step -> new JsonObject().put("design", design)
                .put("property", step.property()).put("run", step.run())
                .put("decided", step.isDecided()).put("at", step.first())
                .put("steps", step.steps())).toList();
    }
}
