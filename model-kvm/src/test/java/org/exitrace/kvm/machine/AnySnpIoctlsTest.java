package org.exitrace.kvm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.exitrace.kvm.spec.GuestAct;
import org.exitrace.kvm.spec.HostSupport;

/**
 * Whatever three threads ask for SNP guests and their memory, and whatever the guests do
 * meanwhile, the newest kernel keeps its promises.
 */
class AnySnpIoctlsTest {

    private static final HostBounds SMALL = new HostBounds(2, 1, 3, 2, 4, 3, 4, 0, 1, 4, 8, 2);
    private static final List<String> OF_VM = List.of("KVM_CREATE_VM type=SNP",
            "KVM_CREATE_VM type=SW_PROTECTED", "close", "KVM_SEV_INIT2", "KVM_SEV_SNP_LAUNCH_START",
            "KVM_SEV_SNP_LAUNCH_UPDATE page=0", "KVM_SEV_SNP_LAUNCH_UPDATE page=1",
            "KVM_SEV_SNP_LAUNCH_UPDATE page=0 type=CPUID source=bad-cpuid",
            "KVM_SEV_SNP_LAUNCH_FINISH", "KVM_SEV_SNP_ENABLE_REQ_CERTS",
            "KVM_CREATE_VCPU vcpu=0", "close-vcpu vcpu=0", "KVM_CREATE_GUEST_MEMFD",
            "KVM_CREATE_GUEST_MEMFD huge=true", "close-guest-memfd", "punch-hole",
            "KVM_SET_USER_MEMORY_REGION2 slot=0 gmem=true",
            "KVM_SET_USER_MEMORY_REGION2 slot=1 gmem=true",
            "KVM_SET_USER_MEMORY_REGION slot=1", "KVM_SET_USER_MEMORY_REGION2 slot=0 delete=true",
            "KVM_SET_MEMORY_ATTRIBUTES page=0 private=true",
            "KVM_SET_MEMORY_ATTRIBUTES page=1 private=true",
            "KVM_SET_MEMORY_ATTRIBUTES page=0 private=false",
            "KVM_PRE_FAULT_MEMORY vcpu=0 page=0", "KVM_PRE_FAULT_MEMORY vcpu=0 page=1",
            "KVM_CAP_EXIT_HYPERCALL", "KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM source=0",
            "KVM_CAP_VM_COPY_ENC_CONTEXT_FROM source=1", "KVM_SET_MP_STATE vcpu=0 state=RUNNABLE");

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void keepThePromises(@ForAll("scripts") List<String> first,
            @ForAll("scripts") List<String> second, @ForAll("scripts") List<String> third,
            @ForAll long seed) {
        List<String> begin = new ArrayList<>(List.of("KVM_CREATE_VM vm=0 type=SNP",
                "KVM_SEV_INIT2 vm=0", "KVM_CREATE_GUEST_MEMFD vm=0",
                "KVM_SET_USER_MEMORY_REGION2 vm=0 gmem=true", "KVM_SEV_SNP_LAUNCH_START vm=0",
                "KVM_SET_MEMORY_ATTRIBUTES vm=0 page=0 private=true",
                "KVM_CREATE_VCPU vm=0 vcpu=0"));
        begin.addAll(first);
        RunResult result = new Run(new Vmm(SMALL, HostSupport.SEV_SNP,
                KvmHostMachine.usualDesign()).thread(begin).thread(second).thread(third).model(),
                new RandomChoice(seed)).atMost(5000).go();
        assertThat(result.broken().keySet())
                .extracting(org.exitrace.engine.property.Property::id).isEmpty();
        assertThat(result.end()).isIn(RunEnd.AT_REST, RunEnd.BROKEN);
    }

    @Provide
    Arbitrary<List<String>> scripts() {
        List<String> calls = new ArrayList<>(OF_VM);
        Arrays.stream(GuestAct.values()).forEach(act ->
                calls.add("KVM_RUN vcpu=0 guest=" + act + " private=true"));
        calls.addAll(List.of("KVM_RUN vcpu=0 guest=ACCESS page=1", "KVM_RUN vcpu=0 answer=EAGAIN",
                "KVM_RUN vcpu=0 answer=other", "KVM_RUN vcpu=0 cpu=1"));
        return Arbitraries.of(calls).flatMap(call -> Arbitraries.integers().between(0, 1)
                .map(vm -> call + " vm=" + vm)).list().ofMinSize(4).ofMaxSize(16);
    }
}
