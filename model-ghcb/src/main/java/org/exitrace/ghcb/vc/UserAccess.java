package org.exitrace.ghcb.vc;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.spec.NaeEvent;

/** What is known of the instruction of a user task, whatever the guest's handler makes of it. */
final class UserAccess extends Region {

    private final FlagCell runs = cells().flag("runs");
    private final FlagCell forbidden = cells().flag("port_forbidden");

    UserAccess(CellScope ghosts) {
        super(ghosts);
    }

    /** The virtual CPU runs the task. */
    void begin() {
        runs.raise();
    }

    /** The bytes that the handler decodes name a port that the task must not use, or may. */
    void decodes(boolean mayUse) {
        forbidden.become(!mayUse);
    }

    /** The task goes on behind its instruction. */
    void end() {
        runs.clear();
        forbidden.clear();
    }

    /** Whether an exit with {@code code} does for the task what it must not do itself. */
    boolean isServedBy(long code) {
        return runs.isSet() && (code == NaeEvent.MMIO_READ.code()
                || code == NaeEvent.MMIO_WRITE.code()
                || code == NaeEvent.IOIO.code() && forbidden.isSet());
    }
}
