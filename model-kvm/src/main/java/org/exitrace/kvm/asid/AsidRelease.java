package org.exitrace.kvm.asid;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmHost;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.psp.spec.CommandId;

/** How the firmware's guest of a VM ends, and its ASID becomes reclaimable. */
public final class AsidRelease {

    private final Kernel kernel;
    private final Function<KvmThread, KvmVm> vm;
    private final ToIntFunction<KvmThread> handle;

    /** Of the VM that {@code vm} tells. */
    public AsidRelease(Kernel kernel, Function<KvmThread, KvmVm> vm) {
        this(kernel, vm, thread -> vm.apply(thread).sev.handle.get());
    }

    /** The same, where the firmware's handle is not yet that of the VM. */
    public AsidRelease(Kernel kernel, Function<KvmThread, KvmVm> vm,
            ToIntFunction<KvmThread> handle) {
        this.kernel = kernel;
        this.vm = vm;
        this.handle = handle;
    }

    /** {@code sev_unbind_asid}: DEACTIVATE, then DECOMMISSION. */
    public Routine<KvmThread> unbind() {
        return Routine.named("sev_unbind_asid", "sev.c sev_unbind_asid", code -> code
                .await("down_read sev_deactivate_lock",
                        thread -> thread.host.deactivateLock.isReadable(),
                        thread -> {
                            thread.host.deactivateLock.downRead();
                            thread.locks.enter(LockClass.SEV_DEACTIVATE_LOCK);
                        }).costs("kvm.access")
                .step("DEACTIVATE", thread -> give(thread, CommandId.DEACTIVATE))
                .costs("psp.command")
                .step("up_read sev_deactivate_lock", thread -> {
                    thread.host.deactivateLock.upRead();
                    thread.locks.leave(LockClass.SEV_DEACTIVATE_LOCK);
                }).costs("kvm.access")
                .step("DECOMMISSION", thread -> give(thread, CommandId.DECOMMISSION))
                .costs("psp.command"));
    }

    /** {@code snp_decommission_context}: nobody may flush meanwhile. */
    public Routine<KvmThread> decommission() {
        return Routine.named("snp_decommission_context", "sev.c", code -> code
                .await("down_write sev_deactivate_lock",
                        thread -> thread.host.deactivateLock.isFree(),
                        thread -> {
                            thread.host.deactivateLock.downWrite();
                            thread.locks.enter(LockClass.SEV_DEACTIVATE_LOCK);
                        }).costs("kvm.access")
                .step("SNP_DECOMMISSION", this::endContext).costs("psp.command")
                .step("up_write sev_deactivate_lock", thread -> {
                    thread.host.deactivateLock.upWrite();
                    thread.locks.leave(LockClass.SEV_DEACTIVATE_LOCK);
                }).costs("kvm.access"));
    }

    /** Where the firmware fails, context page, ASID and charge stay lost. */
    private void endContext(KvmThread thread) {
        int context = vm.apply(thread).sev.snpContext.get() - 1;
        if (thread.host.firmwareFails.isClear()) {
            thread.host.psp.give(CommandId.SNP_DECOMMISSION,
                    buffer -> buffer.snp.gctx.become(context));
            thread.host.releasePages(vm.apply(thread));
        } else if (kernel.has(KernelChange.B_67)) {
            thread.host.lose(vm.apply(thread));
        } else {
            thread.host.oops.gaveGuestPage.raise();
        }
    }

    private void give(KvmThread thread, CommandId command) {
        int guest = handle.applyAsInt(thread);
        thread.host.psp.give(command, buffer -> buffer.handle.become(guest));
    }

    /** {@code sev_asid_free}: the ASID waits to be made usable, the cgroup is not charged. */
    public Routine<KvmThread> free() {
        return Routine.named("sev_asid_free", "sev.c sev_asid_free", code -> {
            boolean locked = kernel.has(KernelChange.B_20);
            code.given(locked, lock -> Locking.lock(
                    lock, LockClass.SEV_BITMAP_LOCK, thread -> thread.host.asids.lock));
            code.step("set its reclaim bit", thread -> thread.host.asids.reclaimable.add(
                    vm.apply(thread).sev.asid.get())).costs("kvm.access");
            code.given(locked, lock -> Locking.unlock(
                    lock, LockClass.SEV_BITMAP_LOCK, thread -> thread.host.asids.lock));
            code.given(kernel.chargesCgroups(), charged -> charged
                    .step("uncharge", thread -> uncharge(thread.host, vm.apply(thread)))
                    .costs("kvm.access"));
        });
    }

    private static void uncharge(KvmHost host, KvmVm vm) {
        if (!vm.sev.cgroup.isNone()) {
            host.uncharge(vm.sev.cgroup.get());
            vm.sev.cgroup.clear();
        }
    }
}
