package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.campaign.Judge;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.Verdict;

/**
 * Whether what some runs showed was to be expected: one rule for all verbs that make runs.
 *
 * <p>Runs can break, and cannot verify: where something is expected to break and did not, there is
 * no verdict.
 */
final class SampleJudge {

    /** The rule, as each of these verbs tells it in its help. */
    static final String RULE = " Ends with 0 where what is expected to break did or, where nothing"
            + " is, nothing broke; with 1 where something else broke; and with 3, no verdict, where"
            + " what is expected to break did not: a search decides that.";

    private final Chosen chosen;
    private final Collection<String> broken;
    private final String amount;
    private final boolean isOne;
    private String whereBroke = "";
    private String stopped = "";

    private SampleJudge(
            Chosen chosen, Collection<String> broken, long count, String noun, boolean isOne) {
        this.chosen = chosen;
        this.broken = broken;
        this.amount = "in " + Durations.grouped(count) + " " + noun + (count == 1 ? "" : "s");
        this.isOne = isOne;
    }

    /** Of one run, in which properties of the ids {@code broken} broke. */
    static SampleJudge ofRun(Chosen chosen, Collection<String> broken, long steps) {
        SampleJudge judge = new SampleJudge(chosen, broken, steps, "step", true);
        judge.whereBroke = judge.amount;
        return judge;
    }

    /** Of some runs, in any of which properties of the ids {@code broken} broke. */
    static SampleJudge ofRuns(Chosen chosen, Collection<String> broken, long runs) {
        return new SampleJudge(chosen, broken, runs, "run", false);
    }

    /** Where runs that broke something are not the only ones. */
    SampleJudge someOf() {
        whereBroke = amount.replaceFirst("^in ", "in some of ");
        return this;
    }

    /** With the ends of the runs: one that was stopped shows nothing of what comes behind. */
    SampleJudge ended(Map<String, Long> ends, long mostSteps, boolean interrupted) {
        stopped = interrupted ? "interrupted; no property broke " + amount
                : ends.containsKey(RunEnd.STEP_LIMIT.name()) ? told(mostSteps) : "";
        return this;
    }

    private String told(long mostSteps) {
        String bound = "the bound of " + Durations.grouped(mostSteps)
                + " steps; raise it with --steps";
        return isOne ? "the run was ended by " + bound
                : "no property broke " + amount + ", but not all ended within " + bound;
    }

    /** The verdict with its reason and, where there is none, the command that gives one. */
    Judgement judgement() {
        Judgement judgement = new Judge(chosen.scenario(), chosen.design().expectation())
                .ofSamples(new ArrayList<>(broken), whereBroke, amount, stopped);
        return judgement.verdict() == Verdict.UNDECIDED && stopped.isEmpty()
                ? new Judgement(Verdict.UNDECIDED, judgement.why() + ", which is no verdict;"
                        + " for one: " + chosen.command("explore"))
                : judgement;
    }
}
