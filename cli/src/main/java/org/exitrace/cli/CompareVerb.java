package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.text.TextComparison;
import org.exitrace.reports.view.ComparisonView;
import org.exitrace.scenarios.comparison.ComparedSearch;
import org.exitrace.scenarios.comparison.Comparison;
import org.exitrace.scenarios.comparison.ComparisonCell;
import org.exitrace.scenarios.comparison.ComparisonResult;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the designs of a family. */
@Command(name = "compare",
        description = "Compares designs that answer one question: properties down, designs across."
                + " All interleavings of each machine in each design are searched, and what"
                + " the family names is measured. Ends with 0 where each cell has a verdict,"
                + " whichever, and with 3 where a bound stopped a search too soon for one.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace compare ap-boot",
            "  ./exitrace compare live-migration --design list --design landed",
            "  ./exitrace compare ap-boot --html ap-boot.html",
            "  ./exitrace compare my-family.yaml --states 1000000 --json"})
final class CompareVerb extends Verb {

    private static final long NS_PER_SECOND = 1_000_000_000;

    @Parameters(paramLabel = "FAMILY", description = "The family: its name, which ./exitrace list"
            + " compare tells, or a file ending in .yaml.")
    private String name;

    @Option(names = "--design", paramLabel = "D", order = 1,
            description = "Only this column; may stand several times.")
    private List<String> designs = new ArrayList<>();

    @Option(names = "--states", paramLabel = "N", order = 10, converter = Numbers.Count.class,
            description = "Find at most so many distinct states in each search.")
    private Integer states;

    @Option(names = "--seconds", paramLabel = "N", order = 11, converter = Numbers.Count.class,
            description = "Stop after so many seconds. What is known by then depends on the"
                    + " machine that it runs on.")
    private Integer seconds;

    @Option(names = "--profile", paramLabel = "P", order = 12,
            description = "Take times from this profile, and not from those that the family"
                    + " names.")
    private String profile;

    @Option(names = "--threads", paramLabel = "N", order = 13, converter = Numbers.Threads.class,
            description = "Work in so many threads; in one for each processor unless told"
                    + " otherwise. The answer is the same for any number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin private PageOption page;

    CompareVerb(Session session) {
        super(VerbName.COMPARE, session);
    }

    @Override
    Answer answer() {
        page.check();
        Family whole = session().library().family(name);
        Family family = designs.isEmpty() ? whole : whole.with(columns(whole));
        ProgressLine line = new ProgressLine(console(), "states");
        BooleanSupplier stop = seconds == null ? session().interrupted() : inTime();
        Comparison comparison = new Comparison(family).threads(threads).until(stop)
                .tell(progress -> line.at(progress.states(),
                        "  [" + progress.ended() + "/" + progress.all() + "] " + family.name()));
        if (states != null) {
            comparison.atMostStates(states);
        }
        if (profile != null) {
            comparison.times(session().library().profile(profile));
        }
        ComparisonResult result = comparison.go();
        console().endProgress();
        Compared compared = new Compared(result, again());
        ComparisonView view = compared.view();
        afterwards(() -> page.save(() -> HtmlReport.comparison(view)));
        return new Answer(status(result), TextComparison.of(view),
                new ComparisonJson(result, compared).document());
    }

    private List<FamilyColumn> columns(Family family) {
        List<String> known = family.columns().stream().map(FamilyColumn::name).toList();
        designs.stream().filter(design -> !known.contains(design)).findFirst().ifPresent(none -> {
            throw new UnusableInputException("family '" + family.name() + "' has no design '"
                    + none + "'; " + DidYouMean.remedy(none, known));
        });
        return family.columns().stream()
                .filter(column -> designs.contains(column.name())).toList();
    }

    private BooleanSupplier inTime() {
        long startNs = System.nanoTime();
        return () -> session().interrupted().getAsBoolean()
                || System.nanoTime() - startNs >= seconds * NS_PER_SECOND;
    }

    private String again() {
        List<String> words = new ArrayList<>(
                List.of("./exitrace", "compare", Shell.quoted(name)));
        designs.forEach(design -> words.addAll(List.of("--design", Shell.quoted(design))));
        if (states != null) {
            words.addAll(List.of("--states", states.toString()));
        }
        if (seconds != null) {
            words.addAll(List.of("--seconds", seconds.toString()));
        }
        if (profile != null) {
            words.addAll(List.of("--profile", Shell.quoted(profile)));
        }
        return String.join(" ", words);
    }

    /** A design may break what it likes; a comparison fails where it could not be made. */
    private static ExitStatus status(ComparisonResult result) {
        boolean failed = result.searches().stream().map(ComparedSearch::result)
                .anyMatch(found -> found.flatMap(each -> each.error()).isPresent());
        boolean stopped = result.measured().stream().anyMatch(cell ->
                cell.samples().map(samples -> samples.interrupted()).orElse(false))
                || result.cells().stream()
                        .anyMatch(cell -> cell.state() == ComparisonCell.State.UNKNOWN);
        return failed ? ExitStatus.FAILS : stopped ? ExitStatus.STOPPED : ExitStatus.HOLDS;
    }
}
