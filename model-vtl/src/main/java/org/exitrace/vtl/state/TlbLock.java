package org.exitrace.vtl.state;

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

    TlbLock(CellScope scope, VtlBounds bounds) {
        super(scope);
        lockedBy = cells().bits("locked_by", bounds.vtls());
        waitsFor = cells().index("flush_waits_for", bounds.vps());
    }
}
