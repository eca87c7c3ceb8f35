package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;

/** The context of one SEV or SEV-ES guest. */
public final class LegacyGuest extends Region {

    /** Launch, migration and life. */
    public final EnumCell<GuestState> state = cells().choice("state", GuestState.class);
    /** What its owner allows. */
    public final BitsCell policy =
            cells().bits("policy", SevPolicy.values().length).named(SevPolicy.names());
    /** The ASID that it holds; 0 while it is not activated. */
    public final CountCell asid;

    private final int handle;

    /** Declares the guest of {@code handle}, from 1. */
    public LegacyGuest(CellScope scope, int handle, FirmwareBounds bounds) {
        super(scope);
        this.handle = handle;
        this.asid = cells().count("asid", bounds.asids());
    }

    /** Its handle, from 1. */
    public int handle() {
        return handle;
    }

    /** Whether the handle belongs to nobody. */
    public boolean isFree() {
        return state.is(GuestState.UNINIT);
    }

    /** Whether {@code bit} of its policy is set. */
    public boolean has(SevPolicy bit) {
        return policy.has(bit.ordinal());
    }

    /** Frees the handle: the firmware zeroes the context. */
    public void wipe() {
        state.clear();
        policy.clear();
        asid.clear();
    }
}
