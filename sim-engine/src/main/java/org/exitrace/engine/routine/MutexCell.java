package org.exitrace.engine.routine;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.step.Actor;

/** A modelled mutex: free, or held by one actor. */
public final class MutexCell extends Cell {

    private static final int USUAL_ACTORS = 255;

    private final int mostActors;

    /** Declares a mutex that is free, in a machine of up to 255 actors. */
    public MutexCell(CellScope scope, String name) {
        this(scope, name, USUAL_ACTORS);
    }

    /** The same in a machine of up to {@code mostActors} actors. */
    public MutexCell(CellScope scope, String name, int mostActors) {
        super(scope, name);
        if (mostActors < 1) {
            throw new IllegalArgumentException(name + ": somebody must be able to hold a mutex,"
                    + " and " + mostActors + " actors are told");
        }
        this.mostActors = mostActors;
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
        if (owner > mostActors) {
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
        return Integer.SIZE - Integer.numberOfLeadingZeros(mostActors);
    }

    @Override
    public String render(long raw) {
        return raw == 0 ? "free" : "held by actor " + (raw - 1);
    }

    @Override
    public String describeType() {
        return "free or held by one of " + mostActors + " actors";
    }
}
