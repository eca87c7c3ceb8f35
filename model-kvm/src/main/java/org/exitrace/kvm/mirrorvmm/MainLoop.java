package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;
import org.exitrace.kvm.mirrorvmm.design.MirrorVmm;

/** The VMM's main thread: it sets all up, then does what the story says once the guest runs. */
final class MainLoop {

    private final MirrorWorld world;
    private final MirrorIoctls ioctls;

    MainLoop(MirrorWorld world, MirrorIoctls ioctls) {
        this.world = world;
        this.ioctls = ioctls;
    }

    Routine<KvmThread> routine() {
        return Routine.named("VMM", "docs/mirror-vm.md", code -> {
            code.pause("opens /dev/kvm").costs("kvm.access");
            code.call(new SetUp(world, ioctls).routine());
            code.when(thread -> world.vmm.started.isSet(), runs -> {
                runs.await("the operating system runs", thread -> world.guest.os.isSet())
                        .mayRest().costs("kvm.access");
                tell(runs);
                runs.local(thread -> world.vmm.through.raise());
            });
        });
    }

    private void tell(Block<KvmThread> code) {
        switch (world.shape.story()) {
            case REQUEST, TWO_REQUESTS -> { }
            case PLUG -> plug(code);
            case UNPLUG -> unplug(code);
            case STOP -> stop(code);
            case RESET -> reset(code);
            case SHUTDOWN -> new ShutDown(world, ioctls).write(code);
        }
    }

    private void plug(Block<KvmThread> code) {
        code.step("maps memory for the block", thread -> world.memory.block.raise())
                .costs("kvm.access");
        code.step("KVM_SET_USER_MEMORY_REGION of the main VM",
                thread -> world.memory.mainSlot.raise()).costs("kvm.access");
        if (hasSlotsOfItsOwn() && world.design.keeps(MirrorRule.SLOTS_FOLLOW)) {
            code.step("KVM_SET_USER_MEMORY_REGION of the mirror",
                    thread -> world.memory.mirrorSlot.raise()).costs("kvm.access");
        }
        code.step("lists the block", thread -> world.memory.listed.raise()).costs("kvm.access");
    }

    private void unplug(Block<KvmThread> code) {
        code.step("takes the block off the list", thread -> world.memory.listed.clear())
                .costs("kvm.access");
        if (world.design.keeps(MirrorRule.UNPLUG_WAITS)) {
            code.await("nobody asks for it any more", thread -> world.vmm.asking.isClear())
                    .mayRest().costs("kvm.access");
        }
        code.step("KVM_SET_USER_MEMORY_REGION of the main VM, size 0",
                thread -> world.memory.mainSlot.clear()).costs("kvm.access");
        if (hasSlotsOfItsOwn() && world.design.keeps(MirrorRule.SLOTS_FOLLOW)) {
            code.step("KVM_SET_USER_MEMORY_REGION of the mirror, size 0",
                    thread -> world.memory.mirrorSlot.clear()).costs("kvm.access");
        }
        code.step("unmaps the block's memory", thread -> world.memory.block.clear())
                .costs("kvm.access");
    }

    private boolean hasSlotsOfItsOwn() {
        return !world.design.isAuxiliary();
    }

    private void stop(Block<KvmThread> code) {
        boolean all = isListed() && !world.design.keeps(MirrorRule.RUNS_ON_AT_STOP);
        code.step("signals the vCPUs", thread -> {
            world.vmm.kickMain.raise();
            world.vmm.kickMirror.become(all);
        }).costs("kvm.access");
        code.await("they are out of the guest", thread -> world.vmm.mainRuns.isClear()
                && (!all || world.vmm.mirrorRuns.isClear())).mayRest().costs("kvm.access");
        code.step("the VM is stopped", thread -> world.vmm.stopped.raise()).costs("kvm.access");
    }

    /** Whether the mirror's vCPU stands in the list of all vCPUs. */
    private boolean isListed() {
        return world.design.vmm() != MirrorVmm.SEPARATE_STRUCTURES;
    }

    private void reset(Block<KvmThread> code) {
        boolean ends = world.design.keeps(MirrorRule.ENDS_AT_RESET);
        code.step("signals the vCPUs", thread -> {
            world.vmm.kickMain.raise();
            world.vmm.kickMirror.become(ends);
        }).costs("kvm.access");
        code.await("they are out of the guest", thread -> world.vmm.mainRuns.isClear()
                && (!ends || world.vmm.mirrorRuns.isClear())).mayRest().costs("kvm.access");
        code.step("resets the vCPUs, lets them go on", thread -> {
            world.guest.os.clear();
            world.guest.announced.clear();
            if (ends) {
                world.guest.entered.clear();
                world.guest.ready.clear();
            }
            world.vmm.kickMain.clear();
            world.vmm.kickMirror.clear();
        }).costs("kvm.access");
        code.await("the operating system runs again", thread -> world.guest.os.isSet())
                .mayRest().costs("kvm.access");
    }
}
