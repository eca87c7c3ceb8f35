package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** Somebody who has a number of interrupts for the higher VTL. */
final class Device extends Region {

    private final CountCell irr;
    private final CountCell left;

    Device(CellScope scope, CountCell irr, int interrupts) {
        super(scope);
        this.irr = irr;
        this.left = cells().count("left", interrupts).initially(interrupts);
    }

    boolean hasMore() {
        return !left.is(0);
    }

    void interrupt() {
        left.decrement();
        irr.increment();
    }
}
