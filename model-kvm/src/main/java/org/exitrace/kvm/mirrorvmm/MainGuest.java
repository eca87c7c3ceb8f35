package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;
import org.exitrace.kvm.spec.Errno;

/** What the main VM's vCPU runs: OVMF, then an operating system that leaves the mirror alone. */
final class MainGuest {

    private final MirrorWorld world;

    MainGuest(MirrorWorld world) {
        this.world = world;
    }

    /** From where it was left until a signal takes it out again. */
    Routine<KvmThread> routine() {
        return Routine.named("OVMF", "docs/mirror-vm.md", code -> code
                .local(thread -> world.guest.mainInside.raise())
                .when(thread -> world.guest.os.isClear(), this::boot)
                .await("idle until a signal", thread -> world.vmm.kickMain.isSet(), thread -> {
                    world.guest.mainInside.clear();
                    thread.fail(Errno.EINTR);
                }).mayRest().costs("kvm.access"));
    }

    private void boot(Block<KvmThread> code) {
        code.step("SEC, PEI: uses memory", thread -> useMemory()).costs("kvm.access");
        code.await("all processors of the boot count are there", thread -> allArePresent())
                .mayRest().costs("kvm.access");
        if (!world.design.hasBinary()) {
            code.step("driver: allocates and fills stack and page tables",
                    thread -> world.memory.stack.become(PageUse.MADE)).costs("kvm.access");
            code.step("driver: announces them",
                    thread -> world.guest.announced.raise()).costs("kvm.access");
        }
        code.step("ExitBootServices: the operating system runs", thread -> {
            world.guest.os.raise();
            if (!world.design.keeps(MirrorRule.STACK_IN_RUNTIME_MEMORY)) {
                world.memory.reuseStack();
            }
        }).costs("kvm.access");
        if (world.design.isAuxiliary() && !world.design.keeps(MirrorRule.HIDDEN_VCPU)) {
            code.step("INIT to each processor of the ACPI tables",
                    thread -> world.guest.taken.raise()).costs("kvm.access");
        }
    }

    /** It may use all that it does not know to be reserved. */
    private void useMemory() {
        boolean there = !world.memory.binary.is(PageUse.FREE);
        if (there && !world.design.keeps(MirrorRule.BINARY_IS_RESERVED)) {
            world.memory.binary.become(PageUse.OVERWRITTEN);
            world.broken.overwritten.raise();
        }
        world.memory.reuseStack();
    }

    /** Only a vCPU of another VM cannot check in; one that the VMM made apart is in no count. */
    private boolean allArePresent() {
        return world.design.isAuxiliary() || world.design.isRunByAsker()
                || world.design.keeps(MirrorRule.HIDDEN_VCPU);
    }
}
