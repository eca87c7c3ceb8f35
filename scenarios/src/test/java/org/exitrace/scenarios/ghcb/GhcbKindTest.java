package org.exitrace.scenarios.ghcb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.scenarios.doorbell.OwnFile;
import org.exitrace.scenarios.machine.MachineSpec;
import org.junit.jupiter.api.Test;

class GhcbKindTest {

    private static final OwnFile FILE = new OwnFile("""
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
            """);

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
        assertThat(FILE.calling("{op: VMGEXIT}")
                .with("vcpu0", "vcpu2").problems()).singleElement().asString()
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
                .asString().startsWith("own.yaml:10: vcpu0: ")
                .endsWith(": '256' does not fit into CPL, which has 1 byte");
        assertThat(problems("{op: check, of: 0, field: GHCB_USAGE, is: 0x100000000}"))
                .singleElement().asString()
                .startsWith("own.yaml:10: vcpu0: ")
                .contains(": '0x100000000' does not fit into GHCB_USAGE, which has 4");
    }

    @Test
    void refusesToClearAValidBitThatThereIsNot() {
        assertThat(problems("{op: invalidate, of: 0, field: GHCB_USAGE}")).singleElement()
                .asString().startsWith("own.yaml:10:38: 'field'").contains("GHCB_USAGE");
        assertThat(problems("{op: invalidate, of: 0, field: XCR0}")).isEmpty();
    }

    @Test
    void tellsTheLineOfPagesBeyondTheMachine() {
        assertThat(FILE.with("buffer-words: 2", "buffer-words: 2, snp: true, pages: 2")
                .calling("{op: page-state-change, first: 1, pages: 2, to: shared}").problems())
                .singleElement().asString()
                .startsWith("own.yaml:10: vcpu0: ")
                .endsWith(": the last of those pages is 2, and the machine has pages: 2");
    }

    @Test
    void whoWasNeverStartedIsNotStartedAgain() {
        assertThat(problems("{op: start-again, ap: 1}")).isEmpty();
        assertThat(FILE.with("buffer-words: 2", "buffer-words: 2, aps: 'off'")
                .calling("{op: start-again, ap: 1}").problems())
                .singleElement().asString().startsWith("own.yaml:10: vcpu0: ")
                .endsWith(": the AP was never started: write icr-write for its first start, or"
                        + " aps: running");
    }

    @Test
    void onlyAnSnpGuestCanAskForCertificates() {
        assertThat(FILE.calling("{op: VMGEXIT}")
                .with("buffer-words: 2", "certificates: true").problems())
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
        MachineSpec spec = FILE.calling("{op: set, of: 1, field: RAX, value: 1}").read()
                .usualDesign().machine();
        assertThat(new GhcbKind().refuses(spec)).isEmpty();
        assertThat(new GhcbKind().refuses(spec.with("vcpus", 1))).hasValueSatisfying(why ->
                assertThat(why).endsWith("the machine's 'vcpus: 1' is the bound"));
    }

    @Test
    void oneVirtualCpuCanHaveVmsaPagesAndHasNoApToStartAgain() {
        OwnFile alone = FILE.with("vcpus: 2", "vcpus: 1, snp: true, vmsa-pages: 1");

        assertThat(alone.calling("{op: check-own-vmsa, page: 0}").problems()).isEmpty();
        assertThat(alone.calling("{op: ap-again, cpu: 1}").problems()).singleElement()
                .asString().startsWith("own.yaml:10:12: ").contains("'ap-again'");
    }

    @Test
    void theVmmHasAThreadForEachVirtualCpuWhichDoesWhatAVmmCan() {
        OwnFile vmm = FILE.with("vcpu0", "vcpu1-vmm").with("- {op: VMGEXIT}", "- {op: KVM_RUN}");

        assertThat(vmm.calling("{op: KVM_SET_MP_STATE, state: RUNNABLE}").problems()).isEmpty();
        assertThat(vmm.calling("{op: VMGEXIT}").problems()).singleElement().asString()
                .startsWith("own.yaml:10:12: 'vmm' has no operation 'VMGEXIT'");
        assertThat(vmm.calling("{op: KVM_SET_MP_STATE, state: PARKED}").problems())
                .singleElement().asString()
                .startsWith("own.yaml:10:37: 'state' cannot be 'PARKED'");
        assertThat(vmm.with("vcpu1-vmm", "vcpu2-vmm").calling("{op: KVM_RUN}").problems())
                .singleElement().asString().startsWith("own.yaml:8:3: ").contains("vcpu2-vmm");
    }

    private static List<String> problems(String call) {
        return FILE.calling(call).problems();
    }
}
