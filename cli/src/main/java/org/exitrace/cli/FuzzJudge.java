package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.scenarios.campaign.FuzzFailure;
import org.exitrace.scenarios.campaign.FuzzResult;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.Verdict;

/** Whether what many runs by chance showed was to be expected. */
final class FuzzJudge {

    private FuzzJudge() {
    }

    /** Chance can break, and cannot verify: that nothing broke says little. */
    static Judgement of(Chosen chosen, FuzzResult result) {
        List<String> expected = chosen.design().expectation().broken();
        Set<String> broken = new LinkedHashSet<>();
        result.failures().forEach(failure -> broken.addAll(failure.broken()));
        List<String> unexpected = new ArrayList<>(broken);
        unexpected.removeAll(expected);
        if (!unexpected.isEmpty()) {
            return new Judgement(Verdict.FAILED,
                    quoted(unexpected) + " broke, which was not expected");
        }
        if (broken.isEmpty() && result.interrupted()) {
            return new Judgement(Verdict.UNDECIDED,
                    "interrupted; no property broke in " + result.runs() + " runs");
        }
        if (broken.isEmpty() && !expected.isEmpty()) {
            return new Judgement(Verdict.UNDECIDED, quoted(expected) + " is expected to break,"
                    + " and held in " + result.runs() + " runs; raise --runs, or explore");
        }
        return new Judgement(Verdict.PASSED, broken.isEmpty()
                ? "no property broke in " + result.runs() + " runs" : quoted(broken) + " broke");
    }

    /** The failure that is shown: the first that breaks what was not expected, else the first. */
    static Optional<FuzzFailure> told(Chosen chosen, FuzzResult result) {
        List<String> expected = chosen.design().expectation().broken();
        return result.failures().stream().filter(f -> !expected.containsAll(f.broken()))
                .findFirst().or(() -> result.failures().stream().findFirst());
    }

    /** The property of a failure that is shown: the unexpected, else the scenario's story. */
    static String property(Chosen chosen, List<String> broken) {
        List<String> expected = chosen.design().expectation().broken();
        return broken.stream().filter(id -> !expected.contains(id)).findFirst()
                .or(() -> expected.stream().filter(broken::contains).findFirst())
                .orElse(broken.get(0));
    }

    private static String quoted(Iterable<String> ids) {
        return "'" + String.join("', '", ids) + "'";
    }
}
