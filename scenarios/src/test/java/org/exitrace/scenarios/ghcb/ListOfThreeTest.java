package org.exitrace.scenarios.ghcb;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.explore.ExplorationEnd;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.Verification;
import org.exitrace.scenarios.campaign.VerificationRow;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.api.Test;

/** The counts are pinned: they change when anybody changes a step, a guard or a cell. */
class ListOfThreeTest {

    @Test
    void aListOfThreeEntriesUnderAWriterOfItsGhcbIsSearchedToTheEnd() {
        Scenario scenario = new Library().scenario("ghcb/list-of-three");
        VerificationRow row = new Verification().verify(
                scenario, scenario.design("remembered").orElseThrow());
        ExplorationResult result = row.exploration().orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
        assertThat(result.states()).isEqualTo(2_422);
        assertThat(result.transitions()).isEqualTo(3_818);
    }
}
