package org.exitrace.ghcb.linux;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;

/** Which APs the control CPU gave up: they are offline to it, whatever they do. */
final class FailedAttempts extends Region {

    private final BitsCell failed;

    FailedAttempts(CellScope scope, int aps) {
        super(scope);
        this.failed = cells().bits("gave_up", aps + 1).named(GuestCpu.names(aps + 1));
    }

    boolean has(OsBsp bsp) {
        return failed.has(bsp.target());
    }

    void failed(OsBsp bsp) {
        failed.add(bsp.target());
    }

    void succeeded(OsBsp bsp) {
        failed.remove(bsp.target());
    }
}
