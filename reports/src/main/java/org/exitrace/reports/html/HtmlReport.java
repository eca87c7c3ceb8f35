package org.exitrace.reports.html;

import java.util.List;
import org.exitrace.reports.view.ComparisonView;
import org.exitrace.reports.view.ExplorationView;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.reports.view.StudyView;
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
        return timing(timing, List.of());
    }

    /** The page of many timed runs, with more that was made of them. */
    public static String timing(TimingView timing, List<StudyPart> parts) {
        return Page.of(timing.heading().scenario(), page -> {
            TimingSection.write(timing, page);
            StudySection.write(parts, page);
        });
    }

    /** The page of a study of several sets of timed runs. */
    public static String study(StudyView study) {
        return Page.of(study.heading().scenario(), page -> {
            HeadingSection.write(study, page);
            StudySection.write(study.parts(), page);
        });
    }
}
