package org.exitrace.vtl.protocol.sendipi;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** One VTL of the other processor, which takes IPIs. */
final class IpiTarget extends Region {

    private final FlagCell irr = cells().flag("irr");
    /** What is in its IRR was sent to another VTL. */
    private final FlagCell stray = ghost().flag("stray");
    /** It took an IPI that was sent to another VTL. */
    final FlagCell misled = ghost().flag("misled");
    /** It took one that was sent to it. */
    final FlagCell reached = ghost().flag("reached");

    IpiTarget(CellScope scope) {
        super(scope);
    }

    void set(boolean isMeant) {
        irr.raise();
        stray.become(stray.isSet() || !isMeant);
    }

    boolean isWanted() {
        return irr.isSet();
    }

    /** Its handler runs. */
    void take() {
        irr.clear();
        if (stray.testAndClear()) {
            misled.raise();
        } else {
            reached.raise();
        }
    }
}
