package org.exitrace.ghcb.cpu;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** What is known of APs that a guest starts a second time: docs/ap-boot.md S-14. */
public final class StartedAgain extends Region {

    /** One was sent an INIT outside of its hold. */
    public final FlagCell unheld = ghost().flag("unheld");

    /** Declares the cells in {@code scope}. */
    public StartedAgain(CellScope scope) {
        super(scope);
    }

    /** Notes that {@code ap} is sent an INIT to start it once more: history only. */
    public void noteInit(GuestCpu ap) {
        if (ap.holdOpen.isClear()) {
            unheld.raise();
        }
    }
}
