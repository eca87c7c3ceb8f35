package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** How a guest asks its host to pass on a message, and how the host returns. */
public final class GuestExit extends Region {

    /** What the host says when it returns. */
    public enum Outcome {
        /** The firmware has answered. */
        DONE,
        /** The firmware gave an error. */
        FAILED,
        /** Too many requests: the guest may ask once more. */
        BUSY,
        /** The buffer for certificates is too small; the firmware was not asked. */
        CERTIFICATES_DO_NOT_FIT
    }

    /** The guest has left to its host and waits. */
    public final FlagCell asks = cells().flag("asks");
    /** The host has returned. */
    public final FlagCell returned = cells().flag("returned");
    /** What it said. */
    public final EnumCell<Outcome> outcome = cells().choice("outcome", Outcome.class);

    /** Declares it in {@code scope}. */
    public GuestExit(CellScope scope) {
        super(scope);
    }

    /** The host returns. */
    public void back(Outcome said) {
        outcome.become(said);
        returned.raise();
    }

    /** Forgets all. */
    public void clear() {
        asks.clear();
        returned.clear();
        outcome.clear();
    }
}
