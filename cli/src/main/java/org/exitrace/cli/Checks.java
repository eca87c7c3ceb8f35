package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.reports.view.CheckView;
import org.exitrace.reports.view.Verdict;
import org.exitrace.scenarios.campaign.VerificationRow;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.table.CheckResult;

/** What was verified, a claim at a time, in the order of the verification. */
final class Checks {

    private final List<CheckView> all = new ArrayList<>();

    /** Adds what one design showed; {@code repeat} is the command that shows it again. */
    void add(Scenario scenario, VerificationRow row, String repeat) {
        all.add(new CheckView("scenario-expectation", row.scenario(), row.design(),
                switch (row.verdict()) {
                    case PASSED -> Verdict.HELD;
                    case FAILED -> Verdict.BROKEN;
                    case UNDECIDED -> Verdict.UNDECIDED;
                }, row.why(), scenario.place().file(), line(scenario, row.design()), repeat));
    }

    private static int line(Scenario scenario, String design) {
        return scenario.designs().stream().filter(one -> one.name().equals(design))
                .mapToInt(ScenarioDesign::line).findFirst().orElse(scenario.place().line());
    }

    /** Adds what a row of {@code table} gave. */
    void add(String table, CheckResult result) {
        String place = result.row().place();
        int colon = place.lastIndexOf(':');
        boolean hasLine = colon > 0 && place.substring(colon + 1).matches("\\d{1,9}");
        all.add(new CheckView("table-row", table, result.row().id(),
                result.passed() ? Verdict.HELD : Verdict.BROKEN, result.wrong(),
                hasLine ? place.substring(0, colon) : place,
                hasLine ? Integer.parseInt(place.substring(colon + 1)) : 0,
                "./exitrace verify " + Shell.quoted(table) + " -v"));
    }

    /** All of them. */
    List<CheckView> all() {
        return all;
    }
}
