package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.explore.Progress;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.Verification;
import org.exitrace.scenarios.campaign.VerificationListener;
import org.exitrace.scenarios.campaign.VerificationRow;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.table.CheckTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries each design of scenarios against what they expect, and each row of tables. */
@Command(name = "verify",
        description = "Tries each design of scenarios as they say, replayed, run and explored, and"
                + " compares with what they expect, and each row of tables of checks; without a"
                + " name, all of the catalogue."
                + " The last line is 'N passed, M failed'; designs on which there is no verdict"
                + " are counted in the line before.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace verify", "  ./exitrace verify ap-boot",
            "  ./exitrace verify conformance/psp -v",
            "  ./exitrace verify my-own.yaml --states 1000000",
            "  ./exitrace verify ap-boot --out junit.xml --out ap-boot.sarif"})
final class VerifyVerb extends Verb {

    static final int WORD_COLUMNS = 11;

    @Parameters(paramLabel = "S", arity = "0..*", description = "Names in the catalogue, names of"
            + " its folders, files ending in .yaml, folders of such files.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--design", paramLabel = "D", order = 1,
            description = "Of one scenario that is named: this design alone.")
    private String design;

    @Option(names = "--states", paramLabel = "N", order = 10, converter = Numbers.Count.class,
            description = "Find at most so many distinct states, even where a scenario allows"
                    + " more.")
    private int states = Integer.MAX_VALUE;

    @Option(names = {"-v", "--verbose"}, order = 11,
            description = "Print a line for each row of tables, and not only for those that fail.")
    private boolean tellsEachRow;

    @Mixin private ChecksOption out;

    private final Checks checks = new Checks();

    VerifyVerb(Session session) {
        super(VerbName.VERIFY, session);
    }

    @Override
    Answer answer() {
        out.check();
        CheckTables known = session().tables();
        NamedTables named = NamedTables.of(names, known, session().index());
        List<Scenario> scenarios = named.alone() ? List.of() : session().library().scenarios(
                OwnFolders.opened(named.others(), session().index()));
        if (scenarios.isEmpty() && !named.alone()) {
            throw new UnusableInputException("there is no scenario to verify; name a file ending"
                    + " in .yaml");
        }
        if (design != null && (scenarios.size() != 1 || !named.tables().isEmpty())) {
            throw new UnusableInputException("'--design' belongs to one scenario; name that one"
                    + " and no other");
        }
        int all = scenarios.stream().mapToInt(scenario -> designs(scenario).size()).sum();
        Verification verification = new Verification().atMostStates(states)
                .until(session().interrupted()).tell(new Teller(all));
        List<VerificationRow> rows = new ArrayList<>();
        scenarios.forEach(
                scenario -> rows.addAll(verification.verify(scenario, designs(scenario))));
        TableVerification tables = new TableVerification(known,
                lines -> console().show(wantsJson() ? "" : lines), tellsEachRow,
                session().interrupted(), checks);
        named.tables().forEach(tables::verify);
        afterwards(() -> out.save(checks.all()));
        return answer(rows, all, tables);
    }

    private List<ScenarioDesign> designs(Scenario scenario) {
        return design == null ? scenario.designs()
                : List.of(ScenarioChoice.design(scenario, design));
    }

    private static Answer answer(
            List<VerificationRow> rows, int all, TableVerification tables) {
        long designs = count(rows, Verdict.PASSED) + count(rows, Verdict.FAILED);
        long passed = count(rows, Verdict.PASSED) + tables.passed();
        long failed = count(rows, Verdict.FAILED) + tables.failed();
        long undecided = all - designs;
        Sheet sheet = new Sheet(WORD_COLUMNS);
        if (undecided > 0) {
            sheet.line(undecided + " without a verdict");
        }
        sheet.line(passed + " passed, " + failed + " failed");
        ExitStatus status = failed > 0 ? ExitStatus.FAILS
                : undecided > 0 ? ExitStatus.STOPPED : ExitStatus.HOLDS;
        return new Answer(status, sheet.toString(), new JsonObject().put("passed", passed)
                .put("failed", failed).put("undecided", undecided)
                .put("designs", rows.stream().map(VerifyVerb::json).toList())
                .put("tables", tables.documents()));
    }

    private static long count(List<VerificationRow> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    private static JsonObject json(VerificationRow row) {
        return new JsonObject().put("scenario", row.scenario()).put("design", row.design())
                .put("expects", row.expectation().toString())
                .put("verdict", row.verdict().toString()).put("why", row.why())
                .put("replayed", row.replayed().map(Shown::json))
                .put("sampled", row.sampled().map(Shown::json))
                .put("explored", row.explored().map(Shown::json))
                .put("states", row.exploration().map(search -> search.states()))
                .put("transitions", row.exploration().map(search -> search.transitions()))
                .put("depth", row.exploration().map(search -> search.depth()));
    }

    /** Says at once what became of each design, and meanwhile how far the search is. */
    private final class Teller implements VerificationListener {

        private final int all;
        private int begun;
        private String current = "";
        private String written = "";
        private Scenario verified;
        private ProgressLine line;

        Teller(int all) {
            this.all = all;
        }

        @Override
        public void begins(Scenario scenario, ScenarioDesign design) {
            begun++;
            verified = scenario;
            written = Chosen.of(scenario, design).written();
            current = scenario.name() + " " + design.name();
            line = new ProgressLine(console(), "states");
            console().progress("[" + begun + "/" + all + "] " + current);
        }

        @Override
        public void explored(Progress progress) {
            line.at(progress.states(), "  [" + begun + "/" + all + "] " + current);
        }

        @Override
        public void ended(VerificationRow row) {
            checks.add(verified, row, repeat(row.design()));
            if (!wantsJson()) {
                String word = row.verdict() == Verdict.FAILED ? "FAILED"
                        : row.verdict().toString();
                Sheet sheet = new Sheet(WORD_COLUMNS).add(word, row.scenario() + " "
                        + row.design() + ", expected " + row.expectation()).add("", row.why());
                if (row.verdict() != Verdict.PASSED) {
                    sheet.line(" ".repeat(WORD_COLUMNS) + repeat(row.design()));
                }
                console().show(sheet.toString());
            }
        }

        private String repeat(String name) {
            return "./exitrace verify " + Shell.quoted(written) + " --design "
                    + Shell.quoted(name) + (states == Integer.MAX_VALUE ? ""
                    : " --states " + states);
        }
    }
}
