package org.exitrace.kvm.asid;

import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.AsidRange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.psp.spec.CommandId;

/**
 * {@code sev_asid_new}: charges the thread's cgroup, then takes the first ASID that nobody has; if
 * there is none, those of dead guests are made usable, once.
 */
public final class AsidAllocation {

    private static final String SOURCE = "sev.c sev_asid_new, sev_flush_asids";

    private final Kernel kernel;
    private final Function<KvmThread, AsidRange> range;

    /** For a guest whose range {@code range} tells. */
    public AsidAllocation(Kernel kernel, Function<KvmThread, AsidRange> range) {
        this.kernel = kernel;
        this.range = range;
    }

    /** The ASID is in {@link KvmThread#asid}, the cgroup is charged; or the thread has failed. */
    public Routine<KvmThread> routine() {
        return Routine.named("sev_asid_new", SOURCE, code -> {
            if (kernel.chargesCgroups()) {
                code.test("charge the cgroup", this::isRefused, Block::done).costs("kvm.access");
            } else {
                code.test("a range of ASIDs?", this::hasNoRange, Block::done).costs("kvm.access");
            }
            boolean locked = kernel.has(KernelChange.B_20);
            code.given(locked, lock -> Locking.lock(
                    lock, LockClass.SEV_BITMAP_LOCK, thread -> thread.host.asids.lock));
            find(code, locked);
            code.when(thread -> thread.asid.is(0), none -> none.call(recycle())
                    .when(KvmThread::isFine, again -> find(again, locked)));
            code.given(!locked, two -> two.when(thread -> !thread.asid.is(0), set -> set
                    .step("set its bit", AsidAllocation::take).costs("kvm.access")));
            code.given(locked, lock -> Locking.unlock(
                    lock, LockClass.SEV_BITMAP_LOCK, thread -> thread.host.asids.lock));
            code.when(thread -> thread.asid.is(0), none -> none
                    .step("none is left: uncharge", this::giveUp).costs("kvm.access"));
        });
    }

    private boolean hasNoRange(KvmThread thread) {
        AsidRange of = range.apply(thread);
        if (thread.host.asids.least(of) > thread.host.asids.most(of)) {
            thread.fail(Errno.ENOTTY);
            return true;
        }
        return false;
    }

    private boolean isRefused(KvmThread thread) {
        if (hasNoRange(thread)) {
            return true;
        }
        if (!thread.host.tryCharge(thread.cgroup.get())) {
            thread.fail(Errno.EBUSY);
            return true;
        }
        return false;
    }

    private void find(Block<KvmThread> code, boolean locked) {
        code.step("find_next_zero_bit", thread -> {
            thread.asid.become(thread.host.asids.free(range.apply(thread)));
            if (locked && !thread.asid.is(0)) {
                take(thread);
            }
        }).costs("kvm.access");
    }

    private static void take(KvmThread thread) {
        if (thread.host.asids.taken.has(thread.asid.get())) {
            thread.host.oops.sharedAsid.raise();
        }
        thread.host.asids.taken.add(thread.asid.get());
    }

    private Routine<KvmThread> recycle() {
        return Routine.named("__sev_recycle_asids", SOURCE, code -> code
                .test("something to reclaim?",
                        thread -> !thread.host.asids.canReclaim(range.apply(thread)),
                        none -> none.local(thread -> thread.fail(Errno.EBUSY)).done())
                .costs("kvm.access")
                .await("down_write sev_deactivate_lock",
                        thread -> thread.host.deactivateLock.isFree(),
                        thread -> {
                            thread.host.deactivateLock.downWrite();
                            thread.locks.enter(LockClass.SEV_DEACTIVATE_LOCK);
                        }).costs("kvm.access")
                .step("WBINVD on all CPUs", thread -> thread.host.psp.writeBackEverywhere())
                .costs("cpu.wbinvd")
                .step("DF_FLUSH", AsidAllocation::flush).costs("psp.command")
                .step("up_write sev_deactivate_lock", thread -> {
                    thread.host.deactivateLock.upWrite();
                    thread.locks.leave(LockClass.SEV_DEACTIVATE_LOCK);
                }).costs("kvm.access"));
    }

    /** Only where the firmware has flushed are the ASIDs of dead guests usable again. */
    private static void flush(KvmThread thread) {
        if (thread.host.psp.give(CommandId.DF_FLUSH, buffer -> { }).succeeded()) {
            thread.host.asids.reclaim();
        } else {
            thread.fail(Errno.EBUSY);
        }
    }

    private void giveUp(KvmThread thread) {
        thread.fail(Errno.EBUSY);
        if (kernel.chargesCgroups()) {
            thread.host.uncharge(thread.cgroup.get());
        }
    }
}
