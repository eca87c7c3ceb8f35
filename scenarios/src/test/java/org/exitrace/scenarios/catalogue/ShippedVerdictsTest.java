package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.explore.ExplorationResult;
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
    /** Whoever is there waits for ever; SIPI enters its code behind it. */
    private static final List<String> WAITS_FOR_EVER = List.of("vtl sipi-entry: halted");
    private static final List<String> VALUES_NOT_YET = List.of();
    /**
     * What the SEV firmware promises whatever its host does, and its driver under its mutex: only
     * other firmware, or a driver without the mutex, could break it. For those of guests, ASIDs
     * and the mailbox BrokenFirmwareTest and BrokenDriverTest of model-psp have such.
     */
    private static final List<String> KEPT_IN_EVERY_DESIGN = List.of(
            "psp dead-for-ever", "psp platform-works-for-guests",
            "psp snp-without-rmp", "psp sev-before-snp", "psp snp-without-guard",
            "psp encrypted-state-without-memory", "psp asid-owner", "psp asid-use",
            "psp asid-valid", "psp asid-runs", "psp guest-count", "psp digest-changes",
            "psp stray-write", "psp immutable-changed", "psp vmpck-even",
            "psp vmpck-steps", "psp snp-asid-runs", "psp snp-digest-frozen");

    /** What a KVM host promises is broken, and its steps are tried, where its VMM is a script. */
    private static final String HOST = "kvm-host";
    private static final String ON_THAT_HOST = "mirror-vmm";
    /** The firmware itself refuses it; a test of model-kvm has one that does not. */
    private static final List<String> KEPT_BY_THE_FIRMWARE = List.of("mirror-vmm given-more");

    private static final List<VerificationRow> ROWS = new ArrayList<>();
    private static final Vacuity VACUITY = new Vacuity();
    private static final Set<String> OF_THE_HOST = new LinkedHashSet<>();

    @BeforeAll
    static void triesEveryDesign() {
        for (Scenario scenario : new Library().scenarios(List.of())) {
            for (ScenarioDesign design : scenario.designs()) {
                VerificationRow row = new Verification().verify(scenario, design);
                row.exploration().ifPresent(result -> {
                    VACUITY.see(scenario, design, result);
                    lend(scenario, result);
                });
                ROWS.add(row);
            }
        }
        CheckTables tables = new CheckTables();
        tables.all().forEach(table -> table.rows().forEach(row -> tables.run(row,
                watch(kindOf(table.name())))));
    }

    private static String kindOf(String table) {
        return table.startsWith("conformance/kvm") ? HOST : table.split("/")[1];
    }

    private static RunObserver watch(String kind) {
        return new RunObserver() {
            @Override
            public void stepped(Step step, long number, long atNs) {
                VACUITY.fired(kind, step);
            }
        };
    }

    private static void lend(Scenario scenario, ExplorationResult result) {
        if (scenario.kind().name().equals(HOST)) {
            result.steps().forEach(step -> VACUITY.fired(ON_THAT_HOST, step));
            result.properties().forEach(verdict -> OF_THE_HOST.add(
                    ON_THAT_HOST + " " + verdict.property().id()));
        }
    }

    @Test
    void everyDesignShowsWhatItsScenarioSays() {
        assertThat(ROWS).filteredOn(row -> row.verdict() != Verdict.PASSED)
                .extracting(row -> row.scenario() + " " + row.design() + ": " + row.why())
                .isEmpty();
    }

    @Test
    void everyStepFiresInSomeScenario() {
        assertThat(VACUITY.stepsThatNeverFired()).isEqualTo(WAITS_FOR_EVER);
    }

    @Test
    void everyValueOfASwitchIsChosenBySomeDesign() {
        assertThat(VACUITY.valuesThatNobodyChose()).isEqualTo(VALUES_NOT_YET);
    }

    @Test
    void everyPropertyIsBrokenBySomeDesign() {
        List<String> kept = new ArrayList<>(KEPT_IN_EVERY_DESIGN);
        kept.addAll(KEPT_BY_THE_FIRMWARE);
        assertThat(VACUITY.propertiesThatNeverBroke())
                .filteredOn(name -> !OF_THE_HOST.contains(name))
                .containsExactlyInAnyOrderElementsOf(kept);
    }
}
