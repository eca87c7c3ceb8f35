package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.campaign.TimingCampaign;
import org.exitrace.scenarios.campaign.TimingSamples;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many timed runs are made, how long each may be, and by how many threads. */
final class TimedSampling {

    @Mixin private RunsOption sample;

    @Option(names = "--steps", paramLabel = "N", order = 12, converter = Numbers.Count.class,
            description = "End each run after so many steps; as the design says unless told"
                    + " otherwise, else a million.")
    private Integer steps;

    @Option(names = "--threads", paramLabel = "N", order = 13, converter = Numbers.Threads.class,
            description = "Work in so many threads; in one for each processor unless told"
                    + " otherwise. The answer is the same for any number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    RunsOption sample() {
        return sample;
    }

    int threads() {
        return threads;
    }

    int steps() {
        return steps == null ? sample.plannedSteps() : steps;
    }

    /** Timed runs of {@code chosen}, as these options say, drawn from {@code seed}. */
    TimingCampaign campaign(
            Chosen chosen, TimingProfile times, long seed, Session session, String what) {
        ProgressLine line = new ProgressLine(session.console(), "runs" + what);
        return new TimingCampaign(chosen.scenario(), chosen.design(), times)
                .seed(seed).runs(sample.runs()).atMost(steps()).threads(threads)
                .until(session.interrupted())
                .tell(progress -> line.at(progress.runs(), progress.wanted(),
                        "  " + progress.failures() + " broke something"));
    }

    /** The same, made. */
    TimingSamples runs(
            Chosen chosen, TimingProfile times, long seed, Session session, String what) {
        TimingSamples samples = campaign(chosen, times, seed, session, what).go();
        session.console().endProgress();
        return samples;
    }

    /** These options as words of a command, with further words behind. */
    String[] words(long seed, String... more) {
        List<String> words = new ArrayList<>(List.of("--runs", Integer.toString(sample.runs()),
                "--seed", Long.toString(seed)));
        words.addAll(List.of(more));
        if (steps != null) {
            words.addAll(List.of("--steps", Integer.toString(steps)));
        }
        return words.toArray(String[]::new);
    }
}
