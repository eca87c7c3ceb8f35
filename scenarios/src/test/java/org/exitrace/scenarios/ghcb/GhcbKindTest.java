package org.exitrace.scenarios.ghcb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineSpec;
import org.junit.jupiter.api.Test;

class GhcbKindTest {

    private static final String SCENARIO = """
            format: 1
            scenario: own
            title: One access
            about: One access.
            sources: [none]
            machine: {kind: ghcb, vcpus: 2, buffer-words: 2}
            programs:
              vcpu0:
                - {op: VMGEXIT}
                - CALL
            designs:
              today: {expect: verified, explore: true}
            """;

    @Test
    void refusesAFieldThatThePageDoesNotHave() {
        assertThat(problems("{op: set, of: 0, field: SW_EXITCOD, value: 1}")).singleElement()
                .asString().startsWith("own.yaml:10:31: 'field' cannot be 'SW_EXITCOD'; did you"
                        + " mean 'SW_EXITCODE'?");
    }

    @Test
    void refusesAPageBeyondTheMachineByTheNameOfTheBound() {
        assertThat(problems("{op: set, of: 2, field: RAX, value: 1}")).containsExactly(
                "own.yaml:10:21: 'of' is a whole number from 0 to 1, not '2'; the machine's"
                        + " 'vcpus: 2' is the bound");
        assertThat(problems("{op: set-buffer, of: 1, word: 2, value: 1}")).containsExactly(
                "own.yaml:10:37: 'word' is a whole number from 0 to 1, not '2'; the machine's"
                        + " 'buffer-words: 2' is the bound");
    }

    @Test
    void refusesAVirtualCpuBeyondTheMachine() {
        assertThat(problemsOf(SCENARIO.replace("CALL", "{op: VMGEXIT}")
                .replace("vcpu0", "vcpu2"))).singleElement().asString()
                .startsWith("own.yaml:8:3: ").contains("vcpu2");
    }

    @Test
    void refusesARegisterOutOfRange() {
        assertThat(problems("{op: set, of: 0, field: RAX, value: 0x10000000000000000}"))
                .containsExactly("own.yaml:10:43: 'value' is 64 bits, such as 31 or 0x1f, not"
                        + " '0x10000000000000000'");
        assertThat(problems("{op: write-ghcb-msr, value: -0x1}")).singleElement().asString()
                .startsWith("own.yaml:10:35: 'value' is 64 bits");
        assertThat(problems("{op: set, of: 0, field: CPL, value: 256}")).singleElement()
                .asString().contains("line 10: '256' does not fit into CPL, which has 1 byte");
        assertThat(problems("{op: check, of: 0, field: GHCB_USAGE, is: 0x100000000}"))
                .singleElement().asString()
                .contains("line 10: '0x100000000' does not fit into GHCB_USAGE, which has 4");
    }

    @Test
    void refusesToClearAValidBitThatThereIsNot() {
        assertThat(problems("{op: invalidate, of: 0, field: GHCB_USAGE}")).singleElement()
                .asString().startsWith("own.yaml:10:38: 'field'").contains("GHCB_USAGE");
        assertThat(problems("{op: invalidate, of: 0, field: XCR0}")).isEmpty();
    }

    @Test
    void tellsTheLineOfPagesBeyondTheMachine() {
        assertThat(problemsOf(SCENARIO.replace("buffer-words: 2", "buffer-words: 2, snp: true,"
                + " pages: 2").replace("CALL",
                        "{op: page-state-change, first: 1, pages: 2, to: shared}")))
                .singleElement().asString()
                .contains("line 10: the last of those pages is 2, and the machine has pages: 2");
    }

    @Test
    void onlyAnSnpGuestCanAskForCertificates() {
        assertThat(problemsOf(SCENARIO.replace("CALL", "{op: VMGEXIT}")
                .replace("buffer-words: 2", "certificates: true")))
                .singleElement().asString().contains("write snp: true beside certificates: true");
    }

    @Test
    void takesTheWidestValueOfEachField() {
        assertThat(problems("{op: set, of: 0, field: CPL, value: 255}")).isEmpty();
        assertThat(problems("{op: set, of: 0, field: RAX, value: 0xffffffffffffffff}")).isEmpty();
        assertThat(problems("{op: set, of: 0, field: RAX, value: -1}")).isEmpty();
    }

    @Test
    void refusesASmallerMachineThatTheScriptsDoNotFit() {
        MachineSpec spec = read(SCENARIO.replace(
                "CALL", "{op: set, of: 1, field: RAX, value: 1}")).usualDesign().machine();
        assertThat(new GhcbKind().refuses(spec)).isEmpty();
        assertThat(new GhcbKind().refuses(spec.with("vcpus", 1))).hasValueSatisfying(why ->
                assertThat(why).endsWith("the machine's 'vcpus: 1' is the bound"));
    }

    @Test
    void oneVirtualCpuCanHaveVmsaPagesAndHasNoApToStartAgain() {
        String alone = SCENARIO.replace("vcpus: 2", "vcpus: 1, snp: true, vmsa-pages: 1");

        assertThat(problemsOf(alone.replace("CALL", "{op: check-own-vmsa, page: 0}"))).isEmpty();
        assertThat(problemsOf(alone.replace("CALL", "{op: ap-again, cpu: 1}"))).singleElement()
                .asString().startsWith("own.yaml:10:12: ").contains("'ap-again'");
    }

    private static List<String> problems(String call) {
        return problemsOf(SCENARIO.replace("CALL", call));
    }

    private static List<String> problemsOf(String text) {
        try {
            read(text);
            return List.of();
        } catch (UnusableInputException wrong) {
            return wrong.problems().stream().map(Problem::toString).toList();
        }
    }

    private static Scenario read(String text) {
        return new ScenarioReader(KnownMachines.all())
                .read(new TextFolder().with("own.yaml", text), "own.yaml");
    }
}
