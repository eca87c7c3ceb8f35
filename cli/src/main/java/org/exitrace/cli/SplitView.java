package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Interval;
import org.exitrace.reports.statistics.Means;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.SplitCampaign;
import org.exitrace.scenarios.campaign.SplitSamples;
import org.exitrace.scenarios.campaign.TimingSamples;

/** How likely a property breaks, by runs that branch off where they come near, as parts. */
final class SplitView {

    static final String PART = "split";
    private static final String METHOD = "splitting, Student's t of its repetitions";
    private static final String IMPOSSIBLE = "no schedule, by the graph of states";
    private static final String BOUND = "Wilson's bound of the plain runs";

    private final Map<String, Made> designs;

    /**
     * What was made of one design.
     *
     * @param split its runs that branch off
     * @param plain those that do not
     */
    record Made(SplitSamples split, TimingSamples plain) {
    }

    /** Of one design, whose name is empty, or of two that are held against each other. */
    SplitView(Map<String, Made> designs) {
        this.designs = designs;
    }

    /** The probabilities, and how many runs came from level to level. */
    List<StudyPart> parts(String command) {
        RareShares shares = new RareShares(PART, List.copyOf(designs.keySet()));
        List<String> notes = new ArrayList<>(List.of("Splitting (fixed effort, Garvels 2000): at"
                + " each level so many runs branch off where runs of the level before first came,"
                + " and draw anew what is still undecided; the product of the shares that came"
                + " from each level to the next is the probability without bias. Levels are how"
                + " many steps a state is at least from one that breaks the property, found by"
                + " looking at all states. The whole " + SplitCampaign.REPETITIONS + " times;"
                + " the interval of their mean by Student's t."));
        designs.forEach((name, made) -> {
            shares.add(share(name, made));
            notes.addAll(notes(name.isEmpty() ? "" : "Of " + name + ": ", made.split()));
        });
        List<StudyPart> parts = new ArrayList<>(List.of(shares.part(
                "how likely it breaks, by splitting", "repetitions that broke it", notes,
                command)));
        designs.forEach((name, made) -> {
            if (!made.split().levels().isEmpty()) {
                parts.add(levels(name, made.split(), command));
            }
        });
        return parts;
    }

    private static RareShares.Share share(String design, Made made) {
        double[] estimates = made.split().estimates();
        long broke = Arrays.stream(estimates).filter(each -> each > 0).count();
        String method = METHOD;
        Interval interval = new Interval(0, 0, 0);
        if (made.split().isImpossible()) {
            method = IMPOSSIBLE;
        } else if (broke == 0) {
            method = BOUND;
            interval = new Interval(0, 0, WilsonInterval.of(
                    made.plain().broken(made.split().property()), made.plain().runs()).high());
        } else {
            Interval mean = Means.of(estimates);
            interval = new Interval(mean.value(), Math.max(0, mean.low()),
                    Math.min(1, mean.high()));
        }
        return new RareShares.Share(made.split().property(), design, broke, estimates.length,
                interval, method, false);
    }

    private static List<String> notes(String of, SplitSamples split) {
        if (split.isImpossible()) {
            return List.of((of.isEmpty() ? "None" : of + "none")
                    + " of the machine's " + Durations.grouped(split.states())
                    + " states breaks it, whatever times are.");
        }
        if (split.nearest() > 0) {
            return List.of((of.isEmpty() ? "Of" : of + "of")
                    + " the runs that choose the levels none came nearer than "
                    + split.nearest() + " steps, " + split.farthest() + " at first; the upper end"
                    + " is Wilson's of the plain runs. More --runs come nearer, or one time alone"
                    + " is very unusual, which --force finds.");
        }
        return List.of(of + split.levels().size() + " levels of " + Durations.grouped(
                (long) split.clones() * SplitCampaign.REPETITIONS) + " runs; a run begins "
                + split.farthest() + " steps from it.");
    }

    private static StudyPart levels(String design, SplitSamples split, String command) {
        List<List<String>> rows = new ArrayList<>();
        for (SplitSamples.Level level : split.levels()) {
            rows.add(List.of(Integer.toString(level.steps()), Durations.grouped(level.tried()),
                    Durations.grouped(level.reached()), level.tried() == 0 ? ""
                            : Shares.percent(level.reached() / (double) level.tried())));
        }
        return new StudyPart("the levels of splitting" + (design.isEmpty() ? "" : ": " + design),
                List.of("steps from it", "runs", "came so far", "share"), rows, List.of(),
                List.of(), List.of(), command);
    }
}
