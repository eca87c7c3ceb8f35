package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/**
 * Who is about to let a virtual processor take notice of an interrupt. A sender that finds somebody
 * else about to kick it leaves that to him, and is through before the kick is sent: his interrupt
 * is under way as long as that one's. It is over with the last of those that overlap.
 * Source: docs/vtl.md d.2, a coalesced kick (reading).
 */
final class Sends extends Region {

    /** A virtual processor may send to itself, too. */
    private static final int OWN = 1;

    /** Senders between their request and their end. */
    private final CountCell underWay;
    /** VTLs of which a sender is through, while others are not. */
    private final BitsCell left;
    private final Vp vp;

    Sends(CellScope scope, Vp vp, VtlBounds bounds) {
        super(scope);
        this.vp = vp;
        underWay = ghost().count("under_way", 0, bounds.senders() + OWN);
        left = ghost().bits("left", bounds.vtls());
    }

    void begin() {
        underWay.become(underWay.get() + 1);
    }

    /** A send to {@code vtl} is through: that VTL goes first, unless others are on their way. */
    void end(Vtl vtl) {
        underWay.become(underWay.get() - 1);
        left.add(vtl.number());
        if (underWay.get() == 0) {
            for (Vtl each : vp.vtls()) {
                if (left.has(each.number())) {
                    each.goesFirst();
                }
            }
            left.clear();
        }
    }
}
