package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;
import org.exitrace.kvm.mirrorvmm.design.MirrorVmm;
import org.exitrace.kvm.spec.Errno;

/** The threads that do nothing but KVM_RUN: that of the main vCPU, and the mirror's own. */
final class VcpuThreads {

    private static final String EINTR = Errno.EINTR.name();

    private final MirrorWorld world;
    private final MirrorIoctls ioctls;

    VcpuThreads(MirrorWorld world, MirrorIoctls ioctls) {
        this.world = world;
        this.ioctls = ioctls;
    }

    /** Runs the main vCPU until the VM ends. */
    Routine<KvmThread> ofMain() {
        Routine<KvmThread> guest = new MainGuest(world).routine();
        return Routine.named("vCPU thread", "docs/mirror-vm.md", code -> {
            code.forever(loop -> {
                loop.await("runs, or ends", thread -> world.vmm.ends.isSet()
                                || world.vmm.started.isSet() && world.vmm.kickMain.isClear(),
                        thread -> world.vmm.mainRuns.become(world.vmm.ends.isClear()))
                        .mayRest().costs("kvm.access");
                loop.when(thread -> world.vmm.mainRuns.isClear(), Block::leave);
                ioctls.give(loop, ioctls.runMain(guest));
                loop.local(thread -> world.vmm.mainRuns.clear());
            });
        });
    }

    /**
     * Runs the mirror's vCPU until the VM ends. Its loop goes on after exits for I/O and MMIO, and
     * after a signal; halted without an interrupt controller, or refused by KVM, it never does.
     */
    Routine<KvmThread> ofMirror() {
        Routine<KvmThread> guest = new MirrorGuest(world).routine();
        return Routine.named("mirror thread", "docs/mirror-vm.md", code -> {
            if (world.design.vmm() == MirrorVmm.SAME_KVM_STATE
                    && !world.design.keeps(MirrorRule.NO_MSR_WRITES)) {
                code.await("KVM_SET_MSRS fails: there is no interrupt controller",
                        thread -> world.vmm.mirrorMade.isSet()).mayRest().costs("kvm.access");
                return;
            }
            code.forever(loop -> {
                loop.await("runs, or ends", thread -> world.vmm.ends.isSet() || mayRun(),
                        thread -> world.vmm.mirrorRuns.become(world.vmm.ends.isClear()))
                        .mayRest().costs("kvm.access");
                loop.when(thread -> world.vmm.mirrorRuns.isClear(), end -> end
                        .local(thread -> world.vmm.mirrorLeft.raise()).leave());
                ioctls.give(loop, ioctls.runMirror(guest));
                loop.local(thread -> world.vmm.mirrorRuns.clear());
                goesOn(loop);
            });
        });
    }

    /** The simple loop: I/O and MMIO are answered, a signal only ends KVM_RUN. */
    static void goesOn(Block<KvmThread> loop) {
        loop.when(thread -> thread.result.is(MirrorGuest.IO), io -> io
                .pause("answers the I/O exit").costs("kvm.access").again());
        loop.when(thread -> thread.result.is(MirrorGuest.MMIO), mmio -> mmio
                .pause("answers the MMIO exit with what it reads itself").costs("kvm.access")
                .again());
        loop.when(thread -> !thread.result.is(EINTR), Block::leave);
    }

    private boolean mayRun() {
        return world.vmm.started.isSet() && world.vmm.mirrorMade.isSet()
                && world.vmm.kickMirror.isClear()
                && (!world.design.waitsForDriver() || world.guest.announced.isSet());
    }
}
