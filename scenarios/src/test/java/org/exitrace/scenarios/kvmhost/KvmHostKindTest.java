package org.exitrace.scenarios.kvmhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.scenarios.doorbell.OwnFile;
import org.exitrace.scenarios.machine.MachineSpec;
import org.junit.jupiter.api.Test;

class KvmHostKindTest {
    private static final OwnFile FILE = new OwnFile("""
            format: 1
            scenario: own
            title: One ioctl
            about: One ioctl.
            sources: [none]
            machine: {kind: kvm-host, vms: 2, vcpus: 0, threads: 1, pages: 1}
            programs:
              thread0:
                - {op: KVM_CREATE_VM, vm: 0, expect: OK}
                - CALL
            designs:
              today: {expect: verified, explore: true}
            """);

    @Test
    void refusesAnUnknownIoctlWithItsLine() {
        assertThat(problems("{op: KVM_SEV_LAUNCH_STRAT, vm: 0}")).containsExactly(
                "own.yaml:10:12: 'thread' has no operation 'KVM_SEV_LAUNCH_STRAT'; did you mean"
                        + " 'KVM_SEV_LAUNCH_START'?");
    }

    @Test
    void refusesAnUnknownVmByTheNameOfTheBound() {
        assertThat(problems("{op: KVM_SEV_INIT, vm: 2}")).containsExactly("own.yaml:10:30: 'vm'"
                + " is a whole number from 0 to 1, not '2'; the machine's 'vms: 2' is the bound");
    }

    @Test
    void refusesAnUnknownDescriptorByTheNameOfTheBound() {
        assertThat(problems("{op: KVM_CAP_VM_COPY_ENC_CONTEXT_FROM, vm: 0, source: 2}"))
                .containsExactly("own.yaml:10:61: 'source' is one of 0, 1, none, other, not '2';"
                        + " the machine's 'vms: 2' is the bound");
    }

    @Test
    void refusesAnUnknownErrno() {
        assertThat(problems("{op: KVM_SEV_INIT, vm: 0, expect: EWHAT}")).singleElement()
                .asString().startsWith("own.yaml:10:41: ").contains("EWHAT");
    }

    @Test
    void refusesWhatNeedsABoundByItsName() {
        assertThat(problems("{op: KVM_CREATE_VCPU, vm: 0, vcpu: 0}")).containsExactly(
                "own.yaml:10:12: 'KVM_CREATE_VCPU' needs more than the machine has; the machine's"
                        + " 'vcpus: 0' is the bound");
        assertThat(problems("{op: KVM_MEMORY_ENCRYPT_UNREG_REGION, vm: 0, region: 0}"))
                .containsExactly("own.yaml:10:12: 'KVM_MEMORY_ENCRYPT_UNREG_REGION' needs more"
                        + " than the machine has; the machine's 'regions: 0' is the bound");
        assertThat(FILE.calling("{op: close, vm: 0}")
                .with("thread0", "thread1").problems())
                .containsExactly("own.yaml:8:3: 'thread1' needs"
                + " more than the machine has; the machine's 'threads: 1' is the bound");
    }

    @Test
    void refusesAHostWhoseBoundsDoNotFitTogether() {
        assertThat(FILE.calling("{op: close, vm: 0}")
                .with("pages: 1", "pages: 0").problems()).singleElement().asString()
                .contains("pages is 0").contains("host-support sev");
    }

    @Test
    void refusesASmallerMachineThatTheScriptsDoNotFit() {
        MachineSpec spec = FILE.calling("{op: KVM_SEV_INIT, vm: 1}").read()
                .usualDesign().machine();
        assertThat(new KvmHostKind().refuses(spec)).isEmpty();
        assertThat(new KvmHostKind().refuses(spec.with("vms", 1))).hasValueSatisfying(why ->
                assertThat(why).endsWith("the machine's 'vms: 1' is the bound"));
        assertThat(new KvmHostKind().smallerMachines(spec)).isNotEmpty()
                .allMatch(smaller -> smaller.number("vms") == 2);
    }

    private static List<String> problems(String call) {
        return FILE.calling(call).problems();
    }
}
