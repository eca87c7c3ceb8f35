package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * A reset of the partition, as another processor than the one that asks for it has it: its own
 * thread carries it out when it enters a VTL next. Source: docs/vtl.md c.6 (reading).
 */
public final class VpReset extends Region {

    private final FlagCell asked = cells().flag("reset_asked");
    /** Who asked has gone on before it was through. */
    private final FlagCell late = ghost().flag("reset_late");

    VpReset(CellScope scope) {
        super(scope);
    }

    /** Its processor shall be reset. */
    public void ask() {
        asked.raise();
    }

    /** Its processor has not been reset yet. */
    public boolean isAsked() {
        return asked.isSet();
    }

    /** Its processor is through. */
    void isThrough() {
        asked.clear();
    }

    /** The partition begins its next life. */
    void begins() {
        late.become(asked.isSet() || late.isSet());
    }

    /** Whether the next life began before its processor was through. */
    public boolean isLate() {
        return late.isSet();
    }
}
