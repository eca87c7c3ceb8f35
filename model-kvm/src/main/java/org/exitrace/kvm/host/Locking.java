package org.exitrace.kvm.host;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.kvm.lock.KernelMutex;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/** How a thread takes the kernel's locks, each by a label of its own. */
public final class Locking {

    private Locking() {
    }

    /** {@code mutex_lock}: waits until it is free. */
    public static void lock(Block<KvmThread> code, LockClass kind,
            Function<KvmThread, KernelMutex> mutex) {
        code.await("lock " + kind.label(), thread -> mutex.apply(thread).isFree(),
                thread -> thread.locks.take(kind, mutex.apply(thread))).costs("kvm.access");
    }

    /** The same where the lock lies in a VM that may be gone: it is used all the same. */
    public static void lockIn(Block<KvmThread> code, LockClass kind,
            Function<KvmThread, KvmVm> vm) {
        code.await("lock " + kind.label(), thread -> vm.apply(thread).lock.isFree(), thread -> {
            if (vm.apply(thread).exists.isClear()) {
                thread.host.oops.useAfterFree.raise();
            }
            thread.locks.take(kind, vm.apply(thread).lock);
        }).costs("kvm.access");
    }

    /** {@code mutex_unlock}. */
    public static void unlock(Block<KvmThread> code, LockClass kind,
            Function<KvmThread, KernelMutex> mutex) {
        code.step("unlock " + kind.label(), thread -> {
            if (!thread.locks.release(kind, mutex.apply(thread))) {
                thread.host.oops.useAfterFree.raise();
            }
        }).costs("kvm.access");
    }

    /**
     * {@code mutex_lock_killable}: goes on with {@code locked} once it has it; a fatal signal that
     * is pending while somebody else has it ends the wait with EINTR.
     */
    public static void lockKillable(Block<KvmThread> code, LockClass kind,
            Function<KvmThread, KernelMutex> mutex, Consumer<Block<KvmThread>> locked) {
        code.either("lock " + kind.label(), ways -> ways
                .when("lock " + kind.label(), thread -> mutex.apply(thread).isFree(),
                        thread -> thread.locks.take(kind, mutex.apply(thread)), locked)
                .costs("kvm.access")
                .when("killed waiting for " + kind.label(),
                        thread -> thread.killed.isSet() && !mutex.apply(thread).isFree(),
                        thread -> thread.fail(Errno.EINTR)).costs("kvm.access"));
    }
}
