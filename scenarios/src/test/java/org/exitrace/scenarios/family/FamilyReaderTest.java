package org.exitrace.scenarios.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;

class FamilyReaderTest {

    private static final String OF_ENTRIES = """
            format: 1
            family: two-kinds
            title: Two kinds of machine
            about: One design has a switch that only one of the machines knows.
            sources: [made up]
            columns:
              first: {title: as usual}
              second:
                title: two switches
                switches: {sipi-hook: latched, page-status: kvm-list, migration-msr: checked}
                in:
                  wake: {switches: {hold-with-events: parks-for-init}, machine: {aps: 2}}
            scenarios:
              wake:
                title: the hold by the MSR
                entry: ap-boot/msr-hold
              unknown-form:
                title: the same where the host does not know it
                entry: ap-boot/msr-hold
                design: unknown
                switches: {ghcb-unmap: at-vmrun}
                machine: {sipis: 2}
              pages:
                title: every page
                entry: live-migration/every-page-arrives
            rows:
              - {group: all, properties: [deadlock, contents]}
            """;

    private static final String ELSEWHERE = """
            elsewhere:
              - {entry: vtl/poll-looks-first, properties: [I-58, I-59]}
            """;

    private static Family ofEntries(String text) {
        return new FamilyReader(KnownMachines.all(), new Catalogue(KnownMachines.all()))
                .read(new TextFolder().with("f.yaml", text), "f.yaml");
    }

    private static ScenarioDesign design(Family family, String scenario, String column) {
        return family.scenario(scenario).orElseThrow()
                .design(family.column(column).orElseThrow()).orElseThrow();
    }

    @Test
    void makesAScenarioOfEachMachineWhoseDesignsAreTheColumns() {
        Scenario brass = FamilyTexts.read(FamilyTexts.GOOD).scenario("brass").orElseThrow()
                .scenario();

        assertThat(brass.name()).isEqualTo("compare/falling-asleep/brass");
        assertThat(brass.designNames()).containsExactly("blindly", "looking", "only-one");
        assertThat(brass.designs().stream().map(design -> design.machine().number("sleepers")))
                .containsExactly(2, 2, 1);
        assertThat(brass.designs().get(1).switches().differences())
                .containsEntry("falling-asleep", "looking-again");
    }

    @Test
    void saysWhyAMachineDoesNotApplyToADesign() {
        FamilyScenario steel =
                FamilyTexts.read(FamilyTexts.GOOD).scenario("steel").orElseThrow();

        assertThat(steel.scenario().designNames()).containsExactly("blindly");
        assertThat(steel.without()).containsEntry("only-one", "nobody made one")
                .containsEntry("looking", "nobody looks at a steel bell again; take a brass one,"
                        + " or 'falling-asleep: blindly'");
    }

    @Test
    void takesSentenceAndSourceOfARowFromTheModel() {
        List<FamilyRow> rows = FamilyTexts.read(FamilyTexts.GOOD).rows();

        assertThat(rows).extracting(FamilyRow::group)
                .containsExactly("Each wakes", "Each wakes", "Counting");
        assertThat(rows.get(1).property().sentence()).isEqualTo("all sleepers woke");
        assertThat(rows.get(1).property().kind()).isEqualTo(PropertyKind.REACHABLE);
        assertThat(rows.get(2).scenarios()).containsExactly("brass", "small");
    }

    @Test
    void decidesARowInEachScenarioThatHasItWhereNoneIsNamed() {
        assertThat(ofEntries(OF_ENTRIES).rows()).extracting(FamilyRow::scenarios)
                .containsExactly(List.of("wake", "unknown-form", "pages"), List.of("pages"));
    }

    @Test
    void decidesARowInEachScenarioThatIsNotExcepted() {
        assertThat(ofEntries(OF_ENTRIES.replace("{group: all,", "{group: all, except: [pages],")
                .replace("[deadlock, contents]", "[deadlock]")).rows())
                .extracting(FamilyRow::scenarios)
                .containsExactly(List.of("wake", "unknown-form"));
    }

    @Test
    void leavesPropertiesToEntriesWhoseMachinesHaveThem() {
        DecidedElsewhere polled = ofEntries(OF_ENTRIES + ELSEWHERE).elsewhere().get(0);

        assertThat(polled.entry().name()).isEqualTo("vtl/poll-looks-first");
        assertThat(polled.properties()).extracting(Property::id).containsExactly("I-58", "I-59");
        assertThat(polled.brokenIn(polled.properties().get(0))).containsExactly("v1", "v2");
    }

    @Test
    void refusesWhatAnEntryDoesNotDecide() {
        String text = OF_ENTRIES + ELSEWHERE.replace("I-59", "I-95")
                + ELSEWHERE.replace("elsewhere:\n", "").replace("first", "fist");

        assertThatThrownBy(() -> ofEntries(text)).hasMessageContainingAll(
                "f.yaml:29:54: entry 'vtl/poll-looks-first' has no property 'I-95'",
                "f.yaml:30:13: the catalogue has no scenario or folder 'vtl/poll-looks-fist'");
    }

    @Test
    void beginsWithTheMachineAndTheFixedSwitchesOfAnEntry() {
        Family family = ofEntries(OF_ENTRIES);
        ScenarioDesign first = design(family, "wake", "first");

        assertThat(first.switches().labels()).containsEntry("hold-form", "msr")
                .containsEntry("sipi-hook", "hold-type");
        assertThat(first.machine().word("story")).isEqualTo("power-on");
        assertThat(family.scenario("wake").orElseThrow().scenario().profile())
                .isEqualTo("amd-snp-genoa");
        assertThat(design(family, "pages", "first").machine().scripts()).hasSize(3);
    }

    @Test
    void beginsWithADesignOfAnEntryWhereThatIsNamed() {
        ScenarioDesign first = design(ofEntries(OF_ENTRIES), "unknown-form", "first");

        assertThat(first.switches().labels()).containsEntry("hold-with-events", "parks")
                .containsEntry("hold-form", "msr").containsEntry("sipi-hook", "ghcb-check")
                .containsEntry("ghcb-unmap", "at-vmrun");
        assertThat(first.machine().number("sipis")).isEqualTo(2);
    }

    @Test
    void givesAMachineTheSwitchesThatItKnowsAndWhatIsSaidOfItAlone() {
        Family family = ofEntries(OF_ENTRIES);
        ScenarioDesign wake = design(family, "wake", "second");

        assertThat(wake.switches().labels()).containsEntry("sipi-hook", "latched")
                .containsEntry("hold-with-events", "parks-for-init");
        assertThat(wake.machine().number("aps")).isEqualTo(2);
        assertThat(design(family, "pages", "second").switches().differences())
                .containsOnlyKeys("page-status", "migration-msr");
    }
}
