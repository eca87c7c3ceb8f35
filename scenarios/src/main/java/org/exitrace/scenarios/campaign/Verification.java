package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.ExplorationPlan;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.ScheduleCheck;
import org.exitrace.scenarios.schedule.ScheduleFile;

/** Tries each design of scenarios as they say, and compares with what they expect. */
public final class Verification {

    private VerificationListener listener = new VerificationListener() { };
    private BooleanSupplier interrupted = () -> false;
    private long mostStates = Long.MAX_VALUE;

    /** Tells {@code told} what it does. */
    public Verification tell(VerificationListener told) {
        listener = told;
        return this;
    }

    /** Asks now and then whether to stop; designs that were not tried then have no row. */
    public Verification until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** Finds at most so many states, even where a scenario allows more. */
    public Verification atMostStates(long count) {
        mostStates = count;
        return this;
    }

    /** One row for each design of {@code scenario}. */
    public List<VerificationRow> verify(Scenario scenario) {
        return verify(scenario, scenario.designs());
    }

    /** One row for each of {@code designs}. */
    public List<VerificationRow> verify(Scenario scenario, List<ScenarioDesign> designs) {
        List<VerificationRow> rows = new ArrayList<>();
        for (ScenarioDesign design : designs) {
            if (!interrupted.getAsBoolean()) {
                rows.add(verify(scenario, design));
            }
        }
        return rows;
    }

    /** The row of one design. */
    public VerificationRow verify(Scenario scenario, ScenarioDesign design) {
        listener.begins(scenario, design);
        Judge judge = new Judge(scenario, design.expectation());
        Optional<Judgement> replayed = design.isRecorded()
                ? Optional.of(replay(scenario, design, judge)) : Optional.empty();
        Optional<ExplorationResult> exploration =
                design.exploration().map(plan -> explore(scenario, design, plan));
        Optional<Judgement> sampled = design.runs().map(plan ->
                new SeededRuns(scenario, design, plan, interrupted).judgedBy(judge));
        VerificationRow row = new VerificationRow(scenario.name(), design.name(),
                design.expectation(), replayed, sampled,
                exploration.map(result -> WrongCalls.behind(
                        judge.of(result), scenario, design, result)),
                exploration);
        listener.ended(row);
        return row;
    }

    private Judgement replay(Scenario scenario, ScenarioDesign design, Judge judge) {
        try {
            ScheduleFile file = ScheduleFile.read(scenario.folder(), design.recorded());
            List<Problem> problems = ScheduleCheck.problems(file, scenario, design);
            return problems.isEmpty() ? replay(scenario.build(design), file.schedule(), judge)
                    : Judgement.failed(problems.get(0).toString());
        } catch (UnusableInputException unusable) {
            return Judgement.failed(unusable.problems().get(0).toString());
        }
    }

    private Judgement replay(Model model, Schedule schedule, Judge judge) {
        Replay replay = Replay.of(schedule);
        RunResult result = new Run(model, replay).atMost(schedule.steps().size())
                .goOnWhenBroken().until(interrupted).go();
        return replay.divergence().map(found -> Judgement.failed(found.toString()))
                .orElseGet(() -> judge.ofRecorded(schedule, result));
    }

    private ExplorationResult explore(
            Scenario scenario, ScenarioDesign design, ExplorationPlan plan) {
        long states = Math.min(plan.mostStates(), mostStates);
        return new Exploration(scenario.build(design)).order(plan.order())
                .within(plan.bounds().states(states))
                .tell(listener::explored).until(interrupted).go();
    }
}
