package org.exitrace.kvm.context;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.life.References;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/**
 * How COPY and MOVE get at both VMs: the source's file, both flags, both locks; the destination's
 * before the source's, and given back in that order too.
 *
 * @param kernel in which kernel
 * @param to the number of the destination
 * @param from the number of the source; {@link #NO_VM} for a descriptor that is none of a VM
 */
record TwoVms(Kernel kernel, int to, int from) {

    /** The descriptor is closed, or that of something else. */
    static final int NO_VM = -1;

    private static final String SOURCE = "sev.c sev_lock_two_vms, sev_unlock_two_vms";

    /** Does {@code body} with both locked, if nothing stands in the way. */
    Routine<KvmThread> locked(Routine<KvmThread> body, boolean badFdIsPut) {
        return Routine.named("sev_lock_two_vms", SOURCE, code -> {
            if (from == NO_VM) {
                code.step("fdget of the source", thread -> bad(thread, badFdIsPut))
                        .costs("kvm.access");
                return;
            }
            code.test("fdget of the source", thread -> References.get(source(thread)),
                    got -> {
                        flags(got, body);
                        got.call(new References(kernel).putFile(from));
                    },
                    none -> none.local(thread -> bad(thread, badFdIsPut))).costs("kvm.access");
        });
    }

    private static void bad(KvmThread thread, boolean isPut) {
        if (isPut) {
            thread.host.oops.nullPointer.raise();
        }
        thread.fail(Errno.EBADF);
    }

    private void flags(Block<KvmThread> code, Routine<KvmThread> body) {
        if (from == to) {
            code.step("source and destination are one", thread -> thread.fail(Errno.EINVAL))
                    .costs("kvm.access");
            return;
        }
        if (!kernel.has(KernelChange.B_3E)) {
            locks(code, body);
            return;
        }
        code.test("migration_in_progress of the destination?",
                thread -> target(thread).migrating.testAndSet(), TwoVms::busy,
                first -> first.test("migration_in_progress of the source?",
                                thread -> source(thread).migrating.testAndSet(),
                                TwoVms::busy, both -> {
                                    locks(both, body);
                                    both.step("migration_in_progress of the source = 0",
                                            thread -> source(thread).migrating.clear())
                                            .costs("kvm.access");
                                }).costs("kvm.access")
                        .step("migration_in_progress of the destination = 0",
                                thread -> target(thread).migrating.clear())
                        .costs("kvm.access"))
                .costs("kvm.access");
    }

    private static void busy(Block<KvmThread> code) {
        code.local(thread -> thread.fail(Errno.EBUSY));
    }

    private void locks(Block<KvmThread> code, Routine<KvmThread> body) {
        Locking.lockKillable(code, LockClass.KVM_LOCK, thread -> target(thread).lock,
                one -> {
                    Locking.lockKillable(one, LockClass.SOURCE_KVM_LOCK,
                            thread -> source(thread).lock, both -> {
                                both.local(this::judge).call(body);
                                Locking.unlock(both, LockClass.SOURCE_KVM_LOCK,
                                        thread -> source(thread).lock);
                            });
                    Locking.unlock(one, LockClass.KVM_LOCK, thread -> target(thread).lock);
                });
    }

    /** Two locks of one class are safe only behind the flags. */
    private void judge(KvmThread thread) {
        if (!kernel.has(KernelChange.B_3E)) {
            thread.locks.takesUnguarded();
        }
    }

    KvmVm target(KvmThread thread) {
        return thread.vm(to);
    }

    KvmVm source(KvmThread thread) {
        return thread.vm(from);
    }
}
