package org.exitrace.kvm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.HostBounds;
import org.junit.jupiter.api.Test;

/** A mirror ends while its owner is moved away and closed: three VMs, three threads. */
class MirrorDestroyTest {

    private static final HostBounds THREE = new HostBounds(3, 0, 3, 1, 1, 2, 1, 0, 1, 1, 1);

    @Test
    void globalLockLeavesNoScheduleThatBreaksAPromise() {
        ExplorationResult result = explore(KvmHostMachine.usualDesign());
        assertThat(result.broken()).isEmpty();
        assertThat(result.states()).isEqualTo(1941);
    }

    @Test
    void ownersLockAloneLetsTheMirrorUseAndPutWhatIsFree() {
        ExplorationResult result = explore(KvmHostMachine.usualDesign()
                .with("kernel", "p-6.17"));
        assertThat(result.broken()).extracting(verdict -> verdict.property().id())
                .contains("use-after-free", "double-put", "no-leak", "I1");
    }

    @Test
    void oneSwitchRepairsTheOlderKernel() {
        ExplorationResult result = explore(KvmHostMachine.usualDesign().with("kernel", "p-6.17")
                .with(KernelChange.D_MIRROR_LOCK.choice().name(), "with"));
        assertThat(result.broken()).isEmpty();
        assertThat(result.states()).isEqualTo(1901);
    }

    private static ExplorationResult explore(Design design) {
        return new Exploration(new Vmm(THREE, design)
                .thread(List.of("KVM_CREATE_VM vm=0 -> OK", "KVM_SEV_ES_INIT vm=0 -> OK",
                        "KVM_SEV_LAUNCH_START vm=0 -> OK", "KVM_CREATE_VM vm=1 -> OK",
                        "KVM_CREATE_VM vm=2 -> OK",
                        "KVM_CAP_VM_COPY_ENC_CONTEXT_FROM vm=2 source=0 -> OK", "write word=0",
                        "KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM vm=1 source=0 -> OK|EBADF",
                        "close vm=1 -> OK"))
                .thread(List.of("await word=0", "close vm=2 -> OK"))
                .thread(List.of("await word=0", "close vm=0 -> OK")).model()).go();
    }
}
