package org.exitrace.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.scenarios.campaign.FuzzFailure;
import org.exitrace.scenarios.campaign.FuzzResult;
import org.exitrace.scenarios.campaign.Judgement;

/** Whether what many runs by chance showed was to be expected. */
final class FuzzJudge {

    private FuzzJudge() {
    }

    static Judgement of(Chosen chosen, FuzzResult result, long mostSteps) {
        Set<String> broken = new LinkedHashSet<>();
        result.failures().forEach(failure -> broken.addAll(failure.broken()));
        return SampleJudge.ofRuns(chosen, broken, result.runs())
                .ended(result.ends(), mostSteps, result.interrupted()).judgement();
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
}
