package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How many runs, and what they draw from. */
final class RunsOption {

    @Option(names = "--runs", paramLabel = "N", order = 9, converter = Numbers.Count.class,
            description = "How many at most; 1000 unless told otherwise.")
    private int runs = 1_000;

    @Option(names = "--seed", paramLabel = "N", order = 10, converter = Numbers.Seed.class,
            description = "Draw the seeds of the runs from this number; 0 unless told otherwise.")
    private long seed;

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
