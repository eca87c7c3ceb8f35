package org.exitrace.reports.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.view.CheckView;
import org.exitrace.reports.view.Verdict;

/**
 * What was verified in the XML of JUnit, which servers that build and test read: a suite a scenario
 * or table, a case a design or row. What was left undecided is a case that was skipped. No times:
 * the same verdicts give the same bytes.
 */
public final class JUnitXml {

    private JUnitXml() {
    }

    /** The whole document. */
    public static String of(List<CheckView> checks) {
        Map<String, List<CheckView>> suites = new LinkedHashMap<>();
        checks.forEach(check ->
                suites.computeIfAbsent(check.suite(), suite -> new ArrayList<>()).add(check));
        Markup markup = new Markup();
        markup.in("testsuites", all -> {
            suites.forEach((name, cases) -> all.line().in("testsuite", suite -> {
                cases.forEach(check -> write(check, suite.line()));
                suite.line();
            }, attributes(name, cases)));
            all.line();
        }, attributes("exitrace verify", checks));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + markup + "\n";
    }

    private static String[] attributes(String name, List<CheckView> checks) {
        return new String[] {"name", name, "tests", Integer.toString(checks.size()),
            "failures", count(checks, Verdict.BROKEN), "errors", "0",
            "skipped", count(checks, Verdict.UNDECIDED)};
    }

    private static String count(List<CheckView> checks, Verdict verdict) {
        return Long.toString(
                checks.stream().filter(check -> check.verdict() == verdict).count());
    }

    private static void write(CheckView check, Markup suite) {
        suite.in("testcase", markup -> {
            if (check.verdict() == Verdict.BROKEN) {
                markup.element("failure", check.why() + "\n" + check.repeat() + "\n",
                        "message", check.why(), "type", check.rule());
            } else if (check.verdict() == Verdict.UNDECIDED) {
                markup.empty("skipped", "message", check.why());
            }
        }, "classname", check.suite(), "name", check.name());
    }
}
