package org.exitrace.traces.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.Samples;
import org.junit.jupiter.api.Test;

class VcpusTest {

    private final Vcpus<VcpuThread> vcpus =
            new Vcpus<>((task, number) -> new VcpuThread(task.comm(), task.tid()));

    @Test
    void aThreadIsAVcpuWhateverNumberItsEventsTell() {
        VcpuThread one = vcpus.of(event(" a-7 [000] 1.000000: kvm_entry: vcpu 3"), 3);

        assertThat(vcpus.of(event(" a-7 [001] 1.000001: kvm_exit: reason CPUID rip 0x0 info 0 0"),
                -1)).isSameAs(one);
        assertThat(vcpus.of(event(" b-8 [000] 1.000002: kvm_entry: vcpu 3"), 3))
                .isNotSameAs(one);
        assertThat(vcpus.numbered(3, event(" a-7 [000] 1.000003: kvm_fpu: load")))
                .hasSize(2).contains(one);
    }

    @Test
    void withoutThreadsAnEventIsOfTheVcpuThatWasSeenLastOnItsCpu() {
        VcpuThread one = vcpus.of(event(" [000] 1.000000: kvm_entry: vcpu 0"), 0);
        VcpuThread other = vcpus.of(event(" [001] 1.000001: kvm_entry: vcpu 1"), 1);

        assertThat(vcpus.of(event(" [000] 1.000002: kvm_fpu: load"), -1)).isSameAs(one);
        assertThat(vcpus.of(event(" [001] 1.000003: kvm_fpu: load"), -1)).isSameAs(other);
        assertThat(vcpus.unassigned()).isZero();
    }

    @Test
    void whereNeitherThreadNorCpuIsToldOnlyTheOneThereIsCanBeMeant() {
        VcpuThread one = vcpus.of(event(" 1.000000: kvm_entry: vcpu 0, rip 0x0"), 0);
        TraceEvent nobodys = event(" 1.000001: kvm_fpu: load");
        assertThat(vcpus.of(nobodys, -1)).isSameAs(one);

        vcpus.of(event(" 1.000002: kvm_entry: vcpu 1, rip 0x0"), 1);
        assertThat(vcpus.of(nobodys, -1)).isNull();
        assertThat(vcpus.unassigned()).isEqualTo(1);
    }

    @Test
    void moreThreadsThanAnyHostHasAreCountedAndPairedWithNobody() {
        TraceEvent event = event(" 1.000000: kvm_fpu: load");
        for (int number = 0; number < Vcpus.MOST; number++) {
            assertThat(vcpus.of(event, number)).isNotNull();
        }
        assertThat(vcpus.of(event, Vcpus.MOST)).isNull();
        assertThat(vcpus.of(event, 5)).isNotNull();
        assertThat(vcpus.beyond()).isEqualTo(1);
    }

    private static TraceEvent event(String line) {
        return Samples.events(line).get(0);
    }
}
