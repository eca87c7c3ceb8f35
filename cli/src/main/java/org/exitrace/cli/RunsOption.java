package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.scenarios.file.RunsPlan;
import org.exitrace.scenarios.file.RunsPlan.Strategy;
import picocli.CommandLine.Option;

/** How many runs, and what they draw from: as the options say, else as the design does. */
final class RunsOption {

    @Option(names = "--runs", paramLabel = "N", order = 9, converter = Numbers.Count.class,
            description = "How many at most; as the design says unless told otherwise, else 1000.")
    private Integer runs;

    @Option(names = "--seed", paramLabel = "N", order = 10, converter = Numbers.Seed.class,
            description = "Draw the seeds of the runs from this number; as the design says unless"
                    + " told otherwise, else 0.")
    private Long seed;

    private int plannedSteps;

    /** Takes what no option says from the runs that the design asks for, if they choose so. */
    void otherwise(Chosen chosen, Strategy strategy) {
        RunsPlan plan = chosen.design().runs().filter(each -> each.strategy() == strategy)
                .orElse(RunsPlan.usual(strategy));
        runs = runs == null ? Integer.valueOf(plan.count()) : runs;
        seed = seed == null ? Long.valueOf(plan.seed()) : seed;
        plannedSteps = plan.steps();
    }

    /** After how many steps a run ends unless an option says it. */
    int plannedSteps() {
        return plannedSteps;
    }

    int runs() {
        return runs;
    }

    long seed() {
        return seed;
    }

    /** The options as words of a command, with further words behind. */
    List<String> words(String... more) {
        List<String> words = new ArrayList<>(
                List.of("--runs", Integer.toString(runs), "--seed", Long.toString(seed)));
        words.addAll(List.of(more));
        return words;
    }
}
