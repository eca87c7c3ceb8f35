package org.exitrace.kvm.lock;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellScope;

/**
 * A mutex of the kernel: free, or held by one thread. It is taken by {@link HeldLocks}, in the
 * guard and the effect of one label, so that which mutex it is may depend on the state.
 */
public final class KernelMutex extends Cell {

    private static final int BITS = 4;

    /** Declares a mutex that is free. */
    public KernelMutex(CellScope scope, String name) {
        super(scope, name);
    }

    /** Whether nobody holds it. */
    public boolean isFree() {
        return load() == 0;
    }

    /** Whether {@code thread} holds it. */
    public boolean isHeldBy(int thread) {
        return load() == thread + 1L;
    }

    void take(int thread) {
        if (!isFree() || thread + 1L >= (1L << BITS) - 1) {
            throw outOfRange(thread + 1L);
        }
        store(thread + 1L);
    }

    boolean release(int thread) {
        if (!isHeldBy(thread)) {
            return false;
        }
        store(0);
        return true;
    }

    /** Somebody has it who is not modelled, and does not give it back. */
    public void takenByNobodyModelled() {
        store((1L << BITS) - 1);
    }

    /** Frees it with the memory in which it lies, whoever holds it. */
    public void vanish() {
        store(0);
    }

    @Override
    protected int bits() {
        return BITS;
    }

    @Override
    public String render(long raw) {
        return raw == 0 ? "free"
                : raw == (1L << BITS) - 1 ? "somebody" : "thread " + (raw - 1);
    }

    @Override
    public String describeType() {
        return "free or held by one of 14 threads, or by one that is not modelled";
    }
}
