package org.exitrace.psp.host;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.FirmwareBounds;

/** What KVM keeps of ASIDs; a bit is the ASID's number. */
public final class AsidBitmaps extends Region {

    /** {@code sev_bitmap_lock}. */
    public final MutexCell lock = new MutexCell(cells(), "sev_bitmap_lock");
    /** {@code sev_asid_bitmap}: given to somebody, or not yet to be used again. */
    public final BitsCell taken;
    /** {@code sev_reclaim_asid_bitmap}: given back, and to be used again behind a flush. */
    public final BitsCell toReclaim;
    /** History: an ASID was given to two guests. */
    public final FlagCell givenTwice = ghost().flag("given twice");

    /** Declares it in {@code scope}: all ASIDs are free. */
    public AsidBitmaps(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        taken = cells().bits("sev_asid_bitmap", bounds.asids() + 1);
        toReclaim = cells().bits("sev_reclaim_asid_bitmap", bounds.asids() + 1);
    }

    /** Another kernel begins, which has given none. */
    void forget() {
        lock.forget();
        taken.clear();
        toReclaim.clear();
    }

    /** The least ASID in the range that is free; 0 for none. */
    int free(int least, int most) {
        for (int asid = least; asid <= most; asid++) {
            if (!taken.has(asid)) {
                return asid;
            }
        }
        return 0;
    }

    /** Marks {@code asid} as given. */
    void take(int asid) {
        if (taken.has(asid)) {
            givenTwice.raise();
        }
        taken.add(asid);
    }

    /** Whether an ASID of the range was given back. */
    boolean hasReturned(int least, int most) {
        for (int asid = least; asid <= most; asid++) {
            if (toReclaim.has(asid)) {
                return true;
            }
        }
        return false;
    }

    /** All ASIDs that were given back are free again. */
    void recycle() {
        taken.become(taken.get() & ~toReclaim.get());
        toReclaim.clear();
    }
}
