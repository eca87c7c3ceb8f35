package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.kvm.context.Copy;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.launch.MemoryEncryptOp;
import org.exitrace.kvm.launch.SevCall;
import org.exitrace.kvm.launch.SevCommand;
import org.exitrace.kvm.launch.SevCommands;
import org.exitrace.kvm.launch.UserMemory;
import org.exitrace.kvm.life.Creation;
import org.exitrace.kvm.life.Ioctls;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.kvm.spec.VmType;

/** The ioctls that the VMM issues, as the host's routines do them. */
final class MirrorIoctls {

    private final MirrorWorld world;
    private final Kernel kernel;
    private final HostBounds bounds;
    private final Ioctls ioctls;
    private final Creation creation;

    MirrorIoctls(MirrorWorld world) {
        this.world = world;
        this.kernel = world.design.kernel();
        this.bounds = world.shape.bounds();
        this.ioctls = new Ioctls(kernel);
        this.creation = new Creation(kernel);
    }

    /** What every ioctl that concerns the mirror must give. */
    void must(Block<KvmThread> code, Routine<KvmThread> ioctl) {
        give(code, ioctl);
        code.local(thread -> {
            if (!thread.result.is(KvmThread.OK)) {
                world.broken.refused.raise();
            }
        });
    }

    /** Issues it; its result is in the thread's cell. */
    void give(Block<KvmThread> code, Routine<KvmThread> ioctl) {
        code.local(thread -> thread.result.clear()).call(ioctl);
    }

    Routine<KvmThread> createVm(int vm) {
        return creation.vm(vm, VmType.DEFAULT);
    }

    Routine<KvmThread> createVcpu(int vm, int vcpu) {
        return ioctls.onVm(vm, creation.vcpu(vm, vcpu));
    }

    Routine<KvmThread> mirror() {
        return ioctls.onVm(1, new Copy(kernel, 1, 0).routine());
    }

    Routine<KvmThread> close(int vm) {
        return ioctls.close(vm);
    }

    Routine<KvmThread> close(int vm, int vcpu) {
        return ioctls.close(vm, vcpu);
    }

    Routine<KvmThread> sev(SevCommandId id, int vm) {
        return sev(command(id), vm, usual(command(id)));
    }

    /** LAUNCH_UPDATE_DATA of one page of the main VM. */
    Routine<KvmThread> updateData(int page) {
        SevCommand command = command(SevCommandId.LAUNCH_UPDATE_DATA);
        return sev(command, 0, usual(command).with("page", page));
    }

    private static SevCommand command(SevCommandId id) {
        return SevCommands.all().stream()
                .filter(each -> each.id() == id).findFirst().orElseThrow();
    }

    private Arguments usual(SevCommand command) {
        return Arguments.usual(command.parameters().apply(bounds));
    }

    private Routine<KvmThread> sev(SevCommand command, int vm, Arguments arguments) {
        return ioctls.onVm(vm, new MemoryEncryptOp(world.shape.support()).of(command,
                new SevCall(kernel, bounds, vm, UserMemory.FINE, arguments)));
    }

    /** KVM_RUN of the main vCPU, in which {@code guest} runs until it exits. */
    Routine<KvmThread> runMain(Routine<KvmThread> guest) {
        return ioctls.onVcpu(0, 0,
                new GuestRun(kernel, 0, 0, world.vmm.kickMain::isSet).of(guest));
    }

    /** KVM_RUN of the mirror's vCPU. */
    Routine<KvmThread> runMirror(Routine<KvmThread> guest) {
        int vm = world.design.mirrorVm();
        int vcpu = world.design.mirrorVcpu();
        return ioctls.onVcpu(vm, vcpu,
                new GuestRun(kernel, vm, vcpu, world.vmm.kickMirror::isSet).of(guest));
    }
}
