package org.exitrace.engine.routine;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.step.Actor;

/** A modelled mutex: free, or held by one actor. */
public final class MutexCell extends Cell {

    private static final int BITS = 8;

    /** Declares a mutex that is free. */
    public MutexCell(CellScope scope, String name) {
        super(scope, name);
    }

    /** Whether nobody holds it. */
    public boolean isFree() {
        return load() == 0;
    }

    /** Whether {@code actor} holds it. */
    public boolean isHeldBy(Actor actor) {
        return load() == actor.index() + 1L;
    }

    /** Frees it, whoever holds it: the memory in which it lay is gone. */
    public void forget() {
        store(0);
    }

    void take(Actor actor) {
        long owner = actor.index() + 1L;
        if (owner >>> BITS != 0) {
            throw outOfRange(owner);
        }
        store(owner);
    }

    void release(Actor actor) {
        if (!isHeldBy(actor)) {
            throw new IllegalStateException(actor + " unlocks " + name() + " without holding it");
        }
        store(0);
    }

    @Override
    protected int bits() {
        return BITS;
    }

    @Override
    public String render(long raw) {
        return raw == 0 ? "free" : "held by actor " + (raw - 1);
    }

    @Override
    public String describeType() {
        return "free or held by one of 255 actors";
    }
}
