package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;

/** How the VMM ends the VM and its mirror. */
final class ShutDown {

    private final MirrorWorld world;
    private final MirrorIoctls ioctls;

    ShutDown(MirrorWorld world, MirrorIoctls ioctls) {
        this.world = world;
        this.ioctls = ioctls;
    }

    void write(Block<KvmThread> code) {
        boolean mirrorFirst = world.design.keeps(MirrorRule.ENDS_BEFORE_OWNER);
        code.step("ends the main vCPU", thread -> {
            world.vmm.ends.become(mirrorFirst || world.design.isAuxiliary());
            world.vmm.kickMain.raise();
            world.vmm.kickMirror.become(mirrorFirst);
        }).costs("kvm.access");
        if (mirrorFirst) {
            mirror(code);
            owner(code);
        } else {
            owner(code);
            code.step("ends the mirror's vCPU", thread -> {
                world.vmm.ends.raise();
                world.vmm.kickMirror.raise();
            }).costs("kvm.access");
            mirror(code);
        }
    }

    private void mirror(Block<KvmThread> code) {
        code.await("the mirror is out of the guest", thread -> isOut()).mayRest()
                .costs("kvm.access");
        ioctls.must(code, ioctls.close(world.design.mirrorVm(), world.design.mirrorVcpu()));
        if (!world.design.isAuxiliary()) {
            ioctls.must(code, ioctls.close(1));
        }
    }

    private boolean isOut() {
        return world.design.isRunByAsker()
                ? world.vmm.asking.isClear() : world.vmm.mirrorLeft.isSet();
    }

    private void owner(Block<KvmThread> code) {
        code.await("the main vCPU is out of the guest", thread ->
                world.vmm.mainRuns.isClear()).mayRest().costs("kvm.access");
        ioctls.must(code, ioctls.close(0, 0));
        ioctls.must(code, ioctls.close(0));
        code.step("unmaps the guest's memory", thread -> world.vmm.memoryFreed.raise())
                .costs("kvm.access");
    }
}
