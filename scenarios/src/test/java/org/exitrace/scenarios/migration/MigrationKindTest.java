package org.exitrace.scenarios.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.exitrace.kvm.migration.Migration;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.profile.ProfileReader;
import org.junit.jupiter.api.Test;

class MigrationKindTest {

    private static final String SCENARIO = """
            format: 1
            scenario: own
            title: One page
            about: One page.
            sources: [none]
            machine: {kind: live-migration, pages: 2, vcpus: 1}
            programs:
              vcpu0:
                - {op: convert, to: shared}
                - CALL
              vmm:
                - {op: migrate, expect: MIGRATED}
            designs:
              landed: {expect: verified, explore: true}
            """;

    private final MigrationKind kind = new MigrationKind();
    private final MachineSpec usual = MachineSpec.usual(kind);

    @Test
    void refusesAnOperationThatAVcpuDoesNotHave() {
        assertThat(problems("{op: convret}")).containsExactly("own.yaml:10:12: 'vcpu' has no"
                + " operation 'convret'; did you mean 'convert'?");
    }

    @Test
    void refusesAPageOutOfRangeByTheNameOfTheBound() {
        assertThat(problems("{op: store, page: 2}")).containsExactly("own.yaml:10:25: 'page' is a"
                + " whole number from 0 to 1, not '2'; the machine's 'pages: 2' is the bound");
    }

    @Test
    void refusesAResultThatAnOperationNeverGives() {
        assertThat(problems("{op: load, expect: EBUSY}")).singleElement().asString()
                .contains("'EBUSY'", "WRITTEN");
    }

    @Test
    void refusesMorePagesOfFirmwareAndKernelThanThereAre() {
        assertThat(kind.refuses(usual.with("firmware-pages", 1).with("decrypted-bss", true)))
                .contains("firmware and kernel have 2 pages of their own, and the guest has 1; take"
                        + " 'pages: 2' or fewer 'firmware-pages'");
        assertThat(kind.refuses(usual.with("firmware-pages", 1))).isEmpty();
    }

    @Test
    void refusesAGuestThatIsReadyAndWasOfferedNothing() {
        assertThat(kind.refuses(usual.with("offered", false))).hasValueSatisfying(why ->
                assertThat(why).endsWith("with 'offered: false' take 'ready: false'"));
    }

    @Test
    void refusesPrivatePagesOfAPlainGuest() {
        assertThat(kind.refuses(usual.with("guest", "plain").with("firmware-pages", 1)))
                .hasValueSatisfying(why -> assertThat(why).contains("take 'guest: sev'"));
    }

    @Test
    void hasAProfileWithACostForEachStep() {
        assertThat(ProfileReader.named("live-migration").times().costs().keySet())
                .containsExactlyInAnyOrderElementsOf(Migration.TIMING_KEYS);
    }

    private static List<String> problems(String call) {
        TextFolder folder = new TextFolder().with("own.yaml", SCENARIO.replace("CALL", call));
        UnusableInputException refused = catchThrowableOfType(UnusableInputException.class,
                () -> new ScenarioReader(KnownMachines.all()).read(folder, "own.yaml"));
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
