package org.exitrace.vtl.host;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/** To which VTL the thread of a virtual processor is about to switch, and why. */
public final class Crossing extends Region {

    private final IndexCell next;
    private final EnumCell<EntryReason> reason = cells().choice("reason", EntryReason.class);
    private final Vp vp;

    /** A thread of {@code vp} that is about to go nowhere. */
    public Crossing(CellScope scope, Vp vp) {
        super(scope);
        this.vp = vp;
        next = cells().index("next", vp.vtls().size());
    }

    /** Where the virtual processor is. */
    public Vtl from() {
        return vp.activeVtl();
    }

    /** Where it goes. */
    public Vtl to() {
        return vp.vtl(next.get());
    }

    /** Why. */
    public EntryReason reason() {
        return reason.get();
    }

    /** Whether it is about to switch. */
    public boolean isDecided() {
        return !next.isNone();
    }

    /** It will switch to {@code vtl}, which is entered because of {@code why}. */
    public void begin(Vtl vtl, EntryReason why) {
        next.become(vtl.number());
        reason.become(why);
    }

    /** The switch is over. */
    public void arrive() {
        from().exit.clear();
        vp.active.become(next.get());
        next.clear();
        reason.clear();
    }
}
