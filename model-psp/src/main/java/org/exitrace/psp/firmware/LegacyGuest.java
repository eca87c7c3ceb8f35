package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;

/** The context of one SEV or SEV-ES guest. */
public final class LegacyGuest extends Region {

    /** VMSAs of all guests for which the model's checksum pool has room. */
    public static final int MOST_VMSAS = 4;

    /** Launch, migration and life. */
    public final EnumCell<GuestState> state = cells().choice("state", GuestState.class);
    /** What its owner allows. */
    public final BitsCell policy =
            cells().bits("policy", SevPolicy.values().length).named(SevPolicy.names());
    /** The ASID that it holds; 0 while it is not activated. */
    public final CountCell asid;
    /** The key of its memory; guests that share keys have the same one. */
    public final CountCell key = cells().count("VEK", Entropy.MOST);
    /** The key of its pages that are swapped out; never shared. */
    public final CountCell offlineKey = cells().count("OEK", Entropy.MOST);
    /** The keys of its session with its owner or another platform; 0: all zeros, which all know. */
    public final CountCell channelKey = cells().count("TEK_TIK", Entropy.MOST);
    /** How many blocks of the checksum pool its VMSAs occupy. */
    public final CountCell vmsas = cells().count("vmsas", MOST_VMSAS);
    /** The digest of what was launched; that of a received guest is 0. */
    public final WordCell digest = cells().word("digest");
    /** The measurement to which secrets are bound, from LAUNCH_MEASURE to LAUNCH_FINISH. */
    public final WordCell measurement = cells().word("measurement");
    /** The digest at LAUNCH_MEASURE; 0 before. */
    public final WordCell measured = ghost().word("measured digest");

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
        key.clear();
        offlineKey.clear();
        channelKey.clear();
        vmsas.clear();
        digest.clear();
        measurement.clear();
        measured.clear();
    }
}
