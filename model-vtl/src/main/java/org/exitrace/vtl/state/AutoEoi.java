package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/**
 * Vectors that are ended as they are delivered, since their SINT says so (docs/vtl.md a.8). ISR
 * does not show them, so that a cell says which handler has not begun; until it has, its interrupt
 * gate has cleared RFLAGS.IF.
 */
final class AutoEoi extends Region {

    /** Those of SINTs with AutoEoi. */
    private final BitsCell ended;
    /** Those that were delivered, and whose handler has not begun. */
    private final BitsCell delivered;
    private final boolean isBypassed;

    AutoEoi(CellScope scope, int vectors, boolean isBypassed) {
        super(scope);
        this.isBypassed = isBypassed;
        ended = cells().bits("ended", vectors);
        delivered = cells().bits("delivered", vectors);
    }

    /** From now on these vectors are ended as they are delivered, and no others. */
    void ends(long vectors) {
        ended.become(vectors);
    }

    /** {@code vector} is delivered; whether it is ended at once. */
    boolean delivers(int vector) {
        boolean ends = ended.has(vector) && !isBypassed;
        if (ends) {
            delivered.add(vector);
        }
        return ends;
    }

    /** Whether {@code vector} was delivered and its handler has not begun. */
    boolean has(int vector) {
        return delivered.has(vector);
    }

    /** Whether all handlers have begun. */
    boolean isIdle() {
        return delivered.isEmpty();
    }

    /** No SINT has AutoEoi any more, and nothing was delivered. */
    void resets() {
        ended.clear();
        delivered.clear();
    }

    /** The handler of {@code vector} begins. */
    void begins(int vector) {
        delivered.remove(vector);
    }
}
