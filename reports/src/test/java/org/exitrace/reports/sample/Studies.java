package org.exitrace.reports.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.reports.view.ComparisonView;
import org.exitrace.reports.view.ComparisonView.Shade;
import org.exitrace.reports.view.ExplorationView;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.Plot;
import org.exitrace.reports.view.Plot.Axis;
import org.exitrace.reports.view.Plot.Line;
import org.exitrace.reports.view.Plot.Point;
import org.exitrace.reports.view.Plot.Unit;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.reports.view.StudyView;
import org.exitrace.reports.view.StudyView.Fact;
import org.exitrace.reports.view.TimingView;
import org.exitrace.reports.view.TimingView.ActorTime;
import org.exitrace.reports.view.TimingView.Breakage;
import org.exitrace.reports.view.TimingView.Measure;
import org.exitrace.reports.view.TraceView;

/** A search of the mailbox, and studies whose figures are made up. */
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

    /** A study of two designs with a plot, whose names are hostile or long where asked for. */
    public static StudyView study(String first, String second) {
        Axis ns = new Axis("end of the run", Unit.NS, true);
        Plot plot = new Plot("ends", ns, new Axis("at most so long", Unit.SHARE, false),
                List.of(line(first, 1_000), line(second, 3_000)));
        Plot factors = new Plot("over a factor", new Axis("vmentry", Unit.TIMES, false),
                new Axis("end of the run", Unit.NS, false), List.of(line(second, 7)));
        return new StudyView("Two designs, 1,000 timed runs of each",
                MailboxRuns.prompt().heading(), first,
                List.of(new Fact("compared", first + " | " + second),
                        new Fact("runs", "1,000 | 1,000")),
                List.of(new StudyPart("end of the run, ns", List.of("rank", first, "95 % from",
                                "to", second), List.of(List.of("p50", "1,000", "900", "1,100",
                                "3,000"), List.of("p99", "2,500", "2,100", "open", "4,000")),
                                List.of(plot, factors), List.of("Intervals by order statistics."),
                                List.of(new Figure("percentiles", first, "", "end, p50", "ns",
                                        1000, 1000, 900, 1100.5, Figure.ORDER),
                                        Figure.exact("percentiles", second, "", "end \"p99\"",
                                        "ns", 1000, 0.123456789123)), "./exitrace time mail"),
                        StudyPart.saying("Nothing more", List.of("No other part."), "")));
    }

    private static Line line(String name, long scale) {
        return new Line(name, List.of(Point.of(scale, 0), new Point(2 * scale, 0.5, 0.4, 0.6),
                Point.of(50 * scale, 1)));
    }

    /** Designs compared: as many columns as named, of which the second breaks the only row. */
    public static ComparisonView comparison(String... names) {
        RunView lost = MailboxRuns.lostRing();
        List<ComparisonView.Cell> cells = new ArrayList<>();
        List<ComparisonView.Cell> states = new ArrayList<>();
        List<ComparisonView.Figures> figures = new ArrayList<>();
        for (String name : names) {
            cells.add(switch (cells.size()) {
                case 0 -> cell(Shade.KEPT, "verified*", 0, "1,234 states");
                case 1 -> cell(Shade.BROKEN, "BROKEN", 1, "in 6 steps");
                case 2 -> cell(Shade.UNKNOWN, "unknown", 0, "99 states");
                default -> cell(Shade.NONE, "-", 0, "");
            });
            states.add(cell(Shade.KEPT, name.length() + "", 0, ""));
            figures.add(figures.isEmpty() ? new ComparisonView.Figures(Optional.empty(),
                    Optional.empty(), Optional.empty(), "not begun")
                    : new ComparisonView.Figures(Optional.of(new long[] {4, 2, 4}),
                            Optional.of(new long[] {1, 1, 1}),
                            Optional.of(new long[] {900, 1_100_000, 400}), ""));
        }
        return new ComparisonView("mail", "Who reads the letters", "Readers fall asleep.",
                List.of("made up"), Stream.of(names).map(name -> new ComparisonView.Column(
                        name, "reads as " + name, "ring=latched")).toList(),
                List.of(new ComparisonView.Row("Letters", lost.properties().get(0),
                        "garden, street", cells)),
                List.of(new ComparisonView.Searches("garden", "a garden with a box", states)),
                "at most 99 states",
                List.of(new ComparisonView.Elsewhere(lost.properties().get(0),
                        "a box with two keys", "blindly, at-night", "./exitrace explore box/keys")),
                List.of(new ComparisonView.Schedule(1, names[1] + " in garden, 6 steps",
                        List.of("letters-are-read"), lost, "./exitrace replay xt1.mail")),
                List.of(new ComparisonView.Operation("ringing", "a ring, in garden", figures)),
                List.of("street does not apply to " + names[0] + ": it has no box"),
                names.length + " cells", "./exitrace compare mail");
    }

    private static ComparisonView.Cell cell(
            Shade shade, String word, int schedule, String extent) {
        return new ComparisonView.Cell(shade, word, schedule, extent, "garden: " + extent);
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
