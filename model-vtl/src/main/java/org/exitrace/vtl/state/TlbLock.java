package org.exitrace.vtl.state;

import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/**
 * TlbLocked of one VTL of one virtual processor, and what its own flushes wait for. Source:
 * docs/vtl.md c.5.
 */
public final class TlbLock extends Region {

    /** The higher VTLs that have locked its translations. */
    public final BitsCell lockedBy;
    /** The virtual processor whose lock its flush waits for. */
    public final IndexCell waitsFor;
    /** A flush of it went past a lock. */
    public final FlagCell ignored = ghost().flag("ignored");
    private Optional<TlbWait> wait = Optional.empty();

    TlbLock(CellScope scope, VtlBounds bounds) {
        super(scope);
        lockedBy = cells().bits("locked_by", bounds.vtls());
        waitsFor = cells().index("flush_waits_for", bounds.vps());
    }

    /** The host has a way of its own to let a flush wait. */
    public void waitsBy(TlbWait own) {
        wait = Optional.of(own);
    }

    /** Whether its VTL does not go on, since its flush waits. */
    public boolean holds() {
        return wait.map(TlbWait::holds).orElseGet(() -> !waitsFor.isNone());
    }

    /** Whether its VTL waits for a lock of its own virtual processor, number {@code vp}. */
    public boolean awaitsItself(int vp) {
        return wait.map(TlbWait::awaitsItself).orElseGet(() -> waitsFor.is(vp));
    }
}
