package org.exitrace.kvm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.kvm.host.HostBounds;

/** Whatever three threads ask of the newest kernel, in whatever order, it keeps its promises. */
class AnyIoctlsTest {

    private static final HostBounds SMALL = new HostBounds(3, 1, 3, 2, 4, 3, 4, 1, 2, 4, 1);
    private static final List<String> OF_VM = List.of("KVM_CREATE_VM", "KVM_CREATE_VM", "close",
            "KVM_SEV_INIT", "KVM_SEV_ES_INIT", "KVM_SEV_LAUNCH_START", "KVM_SEV_LAUNCH_START",
            "KVM_SEV_LAUNCH_UPDATE_VMSA", "KVM_SEV_LAUNCH_MEASURE", "KVM_SEV_LAUNCH_FINISH",
            "KVM_SEV_GUEST_STATUS", "KVM_CREATE_VCPU vcpu=0", "KVM_CREATE_VCPU vcpu=0",
            "close-vcpu vcpu=0", "KVM_RUN vcpu=0", "KVM_RUN vcpu=0 cpu=1",
            "KVM_MEMORY_ENCRYPT_REG_REGION region=0", "KVM_MEMORY_ENCRYPT_UNREG_REGION region=0",
            "KVM_CAP_VM_COPY_ENC_CONTEXT_FROM source=0",
            "KVM_CAP_VM_COPY_ENC_CONTEXT_FROM source=1",
            "KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM source=0",
            "KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM source=2");

    /** What the newest kernel does not keep: mirror-vm/mirror-is-moved has the schedule. */
    private static final String CHARGE_OF_A_MOVED_MIRROR = "I6";

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void keepThePromises(@ForAll("scripts") List<String> first,
            @ForAll("scripts") List<String> second, @ForAll("scripts") List<String> third,
            @ForAll long seed) {
        List<String> begin = new ArrayList<>(List.of("KVM_CREATE_VM vm=0", "KVM_SEV_INIT vm=0",
                "KVM_SEV_LAUNCH_START vm=0", "KVM_CREATE_VM vm=1"));
        begin.addAll(first);
        RunResult result = new Run(new Vmm(SMALL, KvmHostMachine.usualDesign()).thread(begin)
                .thread(second).thread(third).model(), new RandomChoice(seed)).atMost(5000).go();
        assertThat(result.broken().keySet())
                .extracting(org.exitrace.engine.property.Property::id)
                .isSubsetOf(CHARGE_OF_A_MOVED_MIRROR);
        assertThat(result.end()).isIn(RunEnd.AT_REST, RunEnd.BROKEN);
    }

    @Provide
    Arbitrary<List<String>> scripts() {
        return Arbitraries.of(OF_VM).flatMap(call -> Arbitraries.integers().between(0, 2)
                .map(vm -> call + " vm=" + vm)).list().ofMinSize(4).ofMaxSize(14);
    }
}
