package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.step.Step;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.campaign.Vacuity;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.Verification;
import org.exitrace.scenarios.campaign.VerificationRow;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.table.CheckTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every entry of the catalogue shows what it says, and together they leave nothing untried. */
class ShippedVerdictsTest {

    /** What no scenario tries yet. Each list may only shrink. */
    private static final List<String> STEPS_NOT_YET = List.of();
    private static final List<String> VALUES_NOT_YET = List.of();
    /** A kind of machine that has not all of its scenarios; docs/design/status.md says which. */
    private static final String GROWING = "kvm-host ";
    /**
     * What the SEV firmware promises whatever its host does, and its driver under its mutex: only
     * other firmware, or a driver without the mutex, could break it. For those of guests, ASIDs
     * and the mailbox BrokenFirmwareTest and BrokenDriverTest of model-psp have such.
     */
    private static final List<String> KEPT_IN_EVERY_DESIGN = List.of(
            "psp one-command", "psp dead-for-ever", "psp platform-works-for-guests",
            "psp snp-without-rmp", "psp sev-before-snp", "psp snp-without-guard",
            "psp encrypted-state-without-memory", "psp asid-owner", "psp asid-use",
            "psp asid-valid", "psp asid-runs", "psp guest-count", "psp digest-changes",
            "psp stray-write", "psp immutable-changed", "psp context-page", "psp vmpck-even",
            "psp vmpck-steps", "psp snp-asid-runs", "psp snp-digest-frozen");

    private static final List<VerificationRow> ROWS = new ArrayList<>();
    private static final Vacuity VACUITY = new Vacuity();

    @BeforeAll
    static void triesEveryDesign() {
        for (Scenario scenario : new Library().scenarios(List.of())) {
            for (ScenarioDesign design : scenario.designs()) {
                VerificationRow row = new Verification().verify(scenario, design);
                row.exploration().ifPresent(result -> VACUITY.see(scenario, design, result));
                ROWS.add(row);
            }
        }
        CheckTables tables = new CheckTables();
        RunObserver watch = new RunObserver() {
            @Override
            public void stepped(Step step, long number, long atNs) {
                VACUITY.fired("psp", step);
            }
        };
        tables.all().forEach(table -> table.rows().forEach(row -> tables.run(row, watch)));
    }

    @Test
    void everyDesignShowsWhatItsScenarioSays() {
        assertThat(ROWS).filteredOn(row -> row.verdict() != Verdict.PASSED)
                .extracting(row -> row.scenario() + " " + row.design() + ": " + row.why())
                .isEmpty();
    }

    @Test
    void everyStepFiresInSomeScenario() {
        assertThat(VACUITY.stepsThatNeverFired())
                .filteredOn(name -> !name.startsWith(GROWING))
                .isEqualTo(STEPS_NOT_YET);
    }

    @Test
    void everyValueOfASwitchIsChosenBySomeDesign() {
        assertThat(VACUITY.valuesThatNobodyChose())
                .filteredOn(name -> !name.startsWith(GROWING))
                .isEqualTo(VALUES_NOT_YET);
    }

    @Test
    void everyPropertyIsBrokenBySomeDesign() {
        assertThat(VACUITY.propertiesThatNeverBroke())
                .filteredOn(name -> !name.startsWith(GROWING))
                .containsExactlyInAnyOrderElementsOf(KEPT_IN_EVERY_DESIGN);
    }
}
