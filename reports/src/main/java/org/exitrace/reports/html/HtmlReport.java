package org.exitrace.reports.html;

import org.exitrace.reports.view.ComparisonView;
import org.exitrace.reports.view.ExplorationView;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.TimingView;

/** Reports as self-contained pages: the same bytes for the same content. */
public final class HtmlReport {

    private HtmlReport() {
    }

    /** The page of one run. */
    public static String run(RunView run) {
        return Page.of(run.heading().scenario(), page -> {
            HeadingSection.write("One run", run.heading(), run.properties(),
                    ending(run), page);
            PropertySection.write(run.properties(), property -> "run", property -> "",
                    page);
            LanesSection.write("run", "Steps", run, page);
        });
    }

    private static String ending(RunView run) {
        return run.heading().ending().isEmpty() ? "" : "the run ended: " + run.heading().ending();
    }

    /** The page of a search, with the schedules that it found. */
    public static String exploration(ExplorationView search) {
        return Page.of(search.heading().scenario(),
                page -> ExplorationSection.write(search, page));
    }

    /** The page of a comparison, with the schedules that break something. */
    public static String comparison(ComparisonView comparison) {
        return Page.of(comparison.family(),
                page -> ComparisonSection.write(comparison, page));
    }

    /** The page of many timed runs. */
    public static String timing(TimingView timing) {
        return Page.of(timing.heading().scenario(), page -> TimingSection.write(timing, page));
    }
}
