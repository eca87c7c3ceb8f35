package org.exitrace.scenarios.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.campaign.OperationCampaign;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyColumn;
import org.exitrace.scenarios.family.FamilyScenario;
import org.exitrace.scenarios.family.MeasuredOperation;
import org.exitrace.scenarios.family.StepNames;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.profile.ProfileReader;

/** Measures the operations of a family in each of its designs. */
final class Measuring {

    private final Family family;
    private final Optional<ProfileFile> profile;
    private final int threads;
    private final BooleanSupplier stopped;
    private final ComparisonCount count;

    Measuring(Family family, Optional<ProfileFile> profile, int threads,
            BooleanSupplier stopped, ComparisonCount count) {
        this.family = family;
        this.profile = profile;
        this.threads = threads;
        this.stopped = stopped;
        this.count = count;
    }

    List<MeasuredCell> go() {
        List<MeasuredCell> cells = new ArrayList<>();
        for (MeasuredOperation operation : family.operations()) {
            for (FamilyColumn column : family.columns()) {
                cells.add(cell(operation, column));
                count.ended();
            }
        }
        return cells;
    }

    private MeasuredCell cell(MeasuredOperation operation, FamilyColumn column) {
        FamilyScenario scenario = family.scenario(operation.scenario()).orElseThrow();
        Optional<ScenarioDesign> design = scenario.design(column);
        if (design.isEmpty()) {
            return without(operation, column, scenario.without().get(column.name()));
        }
        Model model = scenario.scenario().build(design.get());
        if (!operation.isWholeRun() && (hasNone(operation.begins(), model)
                || hasNone(operation.ends(), model))) {
            return without(operation, column, "this design has no such step");
        }
        if (stopped.getAsBoolean()) {
            return without(operation, column, "not begun");
        }
        Optional<ProfileFile> times = Optional.empty();
        String why = "no profile";
        try {
            times = times(scenario, model);
            why = times.isPresent() ? "" : why;
        } catch (UnusableInputException incomplete) {
            why = incomplete.problems().get(0).sentence();
        }
        Optional<TimingProfile> costs = times.map(ProfileFile::times);
        return new MeasuredCell(operation, column, Optional.of(new OperationCampaign(
                scenario.scenario(), design.get(), operation, family.crossings(), costs)
                .threads(threads).until(stopped).tell(progress -> count.tell()).go()),
                times.map(ProfileFile::name).orElse(""),
                times.map(found -> assumed(found, model)).orElse(List.of()), why);
    }

    private static List<String> assumed(ProfileFile profile, Model model) {
        return profile.assumedKeys().stream().filter(key -> model.steps().stream().anyMatch(
                step -> step.costKey().equals(key) || step.delayKey().equals(key))).toList();
    }

    private static MeasuredCell without(
            MeasuredOperation operation, FamilyColumn column, String why) {
        return new MeasuredCell(operation, column, Optional.empty(), "", List.of(), why);
    }

    private static boolean hasNone(StepNames names, Model model) {
        return model.steps().stream().noneMatch(names::has);
    }

    private Optional<ProfileFile> times(FamilyScenario scenario, Model model) {
        String name = scenario.scenario().profile();
        if (profile.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        ProfileFile found = profile.orElseGet(() -> ProfileReader.named(name));
        found.refuseUnlessComplete(model);
        return Optional.of(found);
    }
}
