package org.exitrace.kvm.lock;

import java.util.Arrays;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * Which kinds of locks a thread holds, and whether it ever took one against the order: what
 * lockdep would report, whether or not a deadlock came of it.
 */
public final class HeldLocks extends Region {

    /** History: it took a lock against the order. */
    public final FlagCell inversion = ghost().flag("inversion");

    private final BitsCell held = ghost().bits("held", LockClass.values().length).named(
            Arrays.stream(LockClass.values()).map(LockClass::label).toArray(String[]::new));
    private final int thread;

    /** The locks of thread number {@code thread}. */
    public HeldLocks(CellScope scope, int thread) {
        super(scope);
        this.thread = thread;
    }

    /** Takes {@code mutex}, which is free. */
    public void take(LockClass kind, KernelMutex mutex) {
        enter(kind);
        mutex.take(thread);
    }

    /**
     * Gives {@code mutex} back.
     *
     * @return whether it still held it: it does not where the memory of the mutex was given back
     */
    public boolean release(LockClass kind, KernelMutex mutex) {
        held.remove(kind.ordinal());
        return mutex.release(thread);
    }

    /** It now holds a lock of {@code kind}, kept elsewhere. */
    public void enter(LockClass kind) {
        if (held.get() >>> kind.ordinal() != 0 && !mayNest(kind)) {
            inversion.raise();
        }
        held.add(kind.ordinal());
    }

    /** It no longer does. */
    public void leave(LockClass kind) {
        held.remove(kind.ordinal());
    }

    /** Whether it holds one of {@code kind}. */
    public boolean holds(LockClass kind) {
        return held.has(kind.ordinal());
    }

    /** It takes a lock for which what the order asks is missing. */
    public void takesUnguarded() {
        inversion.raise();
    }

    private boolean mayNest(LockClass kind) {
        return kind == LockClass.VCPU_MUTEX && holds(LockClass.KVM_LOCK)
                && held.get() >>> kind.ordinal() == 1;
    }
}
