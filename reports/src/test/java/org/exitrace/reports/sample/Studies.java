package org.exitrace.reports.sample;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.reports.view.ExplorationView;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.TimingView;
import org.exitrace.reports.view.TimingView.ActorTime;
import org.exitrace.reports.view.TimingView.Breakage;
import org.exitrace.reports.view.TimingView.Measure;
import org.exitrace.reports.view.TraceView;

/** A search of the mailbox, and a timing study whose figures are made up. */
public final class Studies {

    private Studies() {
    }

    /** A search of the mailbox in its usual design, with at most that many states. */
    public static ExplorationView search(long mostStates) {
        Design design = Mailbox.usual();
        RunHeading heading = MailboxRuns.heading(design, "");
        return ExplorationView.of(heading, List.of("at most " + mostStates + " states"),
                new Exploration(Mailbox.make(design))
                        .within(Bounds.usual().states(mostStates)).go(),
                witness -> TraceView.replay(
                        Mailbox.make(design), witness.once(), heading, MailboxRuns.LANES));
    }

    /** A thousand runs, one in forty broken. */
    public static TimingView timing() {
        RunView prompt = MailboxRuns.prompt();
        RandomStream stream = RandomStream.named(1, "samples");
        long[] ends = new long[1000];
        long[] rare = new long[12];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = 40_000 + stream.nextInt(9_000) + stream.nextInt(9_000)
                    + stream.nextInt(30_000);
            rare[i % rare.length] = stream.nextInt(100) == 0 ? 900_000 : 900 + i;
        }
        return new TimingView(prompt.heading(), 1000,
                List.of(new Measure("end of the run", ends),
                        new Measure("from ring to wake", rare),
                        new Measure("never measured", new long[0])),
                List.of(new Breakage(prompt.properties().get(0), 25),
                        new Breakage(prompt.properties().get(2), 0)),
                List.of(new ActorTime("writer", 2_500_000, 0, 5_000_000),
                        new ActorTime("reader", 1_250_000, 6_000_000, 250_000),
                        new ActorTime("garden", 0, 0, 7_500_000)));
    }

    /** A study that was stopped before its first run ended. */
    public static TimingView noRun() {
        TimingView whole = timing();
        return new TimingView(whole.heading(), 0,
                List.of(new Measure("end of the run", new long[0])),
                whole.breakages().stream()
                        .map(breakage -> new Breakage(breakage.property(), 0)).toList(),
                whole.actors().stream()
                        .map(actor -> new ActorTime(actor.actor(), 0, 0, 0)).toList());
    }
}
