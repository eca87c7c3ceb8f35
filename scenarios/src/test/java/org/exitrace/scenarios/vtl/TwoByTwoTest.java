package org.exitrace.scenarios.vtl;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.explore.ExplorationEnd;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.Verification;
import org.exitrace.scenarios.campaign.VerificationRow;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts are pinned: they change when anybody changes a step, a guard or a cell. */
class TwoByTwoTest {

    @ParameterizedTest
    @CsvSource({"a0, 290834, 570710", "a1, 3097690, 9779246", "a2, 1884618, 6037637",
        "a3, 180936, 355840", "a4, 2861409, 8979604", "a5, 353938, 696864",
        "a6, 247316, 494507"})
    void twoVtlsPagesAndVectorsOfTwoProcessorsAreSearchedToTheEnd(
            String design, long states, long transitions) {
        Scenario scenario = new Library().scenario("vtl/two-by-two");
        VerificationRow row = new Verification().verify(
                scenario, scenario.design(design).orElseThrow());
        ExplorationResult result = row.exploration().orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
        assertThat(result.states()).isEqualTo(states);
        assertThat(result.transitions()).isEqualTo(transitions);
    }
}
