package org.exitrace.scenarios.psp;

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
class TwoGuestsTest {

    @Test
    void twoGuestsWithTwoCoreComplexesAreSearchedToTheEnd() {
        Scenario scenario = new Library().scenario("sev-firmware/two-guests");
        VerificationRow row = new Verification().verify(scenario, scenario.usualDesign());
        ExplorationResult result = row.exploration().orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
        assertThat(result.states()).isEqualTo(6_121);
        assertThat(result.transitions()).isEqualTo(6_217);
    }
}
