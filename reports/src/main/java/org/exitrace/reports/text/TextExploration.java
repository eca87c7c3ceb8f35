package org.exitrace.reports.text;

import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.ExplorationView;
import org.exitrace.reports.view.ExplorationView.Finding;

/** A search in text: its verdict, how much it saw, and the schedules that it found. */
public final class TextExploration {

    private TextExploration() {
    }

    /** The whole text, with a line feed behind each line. */
    public static String of(ExplorationView search) {
        StringBuilder out = new StringBuilder();
        HeadingText.write(search.heading(), out);
        ExplorationView.Counts counts = search.counts();
        new Entries(out)
                .add("search", search.strategy() + ", " + extent(search))
                .add("states", Durations.grouped(counts.states()) + " distinct, "
                        + Durations.grouped(counts.ends()) + " of them at rest")
                .add("transitions", Durations.grouped(counts.transitions()))
                .add("depth", Integer.toString(counts.depth()))
                .addAll("bounds", search.bounds())
                .add("collision", collision(search));
        out.append('\n');
        PropertyLines.write(search.findings().stream().map(Finding::property).toList(), out);
        new Entries(out).command("repeat", search.heading().reproduction());
        search.schedules().forEach((run, findings) -> {
            out.append('\n');
            new Entries(out).add("schedule", ExplorationView.title(run, findings));
            out.append('\n').append(TextTrace.of(run));
        });
        return out.toString();
    }

    /** Whether all was seen, in words. */
    public static String extent(ExplorationView search) {
        return search.exhaustive() ? "exhaustive: every reachable state was seen"
                : "NOT exhaustive: " + search.end() + ", " + search.counts().leftOpen();
    }

    /** How sure it is that no two states were taken for one, in words. */
    public static String collision(ExplorationView search) {
        return "the probability that two states were taken for one is "
                + search.collisionBound();
    }
}
