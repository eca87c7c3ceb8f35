package org.exitrace.kvm.host;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.lock.KernelMutex;

/** KVM's bitmaps of ASIDs: which are taken, and which of those wait to be made usable again. */
public final class AsidPool extends Region {

    /** {@code sev_asid_bitmap}: bit n is ASID n. */
    public final BitsCell taken;
    /** {@code sev_reclaim_asid_bitmap}. */
    public final BitsCell reclaimable;
    /** Those that are lost, since the firmware did not give them back. */
    public final BitsCell lost;
    /** {@code sev_bitmap_lock}. */
    public final KernelMutex lock = new KernelMutex(cells(), "sev_bitmap_lock");

    private final HostBounds bounds;

    /** Declares it in {@code scope}. */
    public AsidPool(CellScope scope, HostBounds bounds) {
        super(scope);
        this.bounds = bounds;
        taken = cells().bits("sev_asid_bitmap", bounds.asids() + 1);
        lost = cells().bits("lost", bounds.asids() + 1);
        reclaimable = cells().bits("sev_reclaim_asid_bitmap", bounds.asids() + 1);
    }

    /** The least ASID of a guest with or without encrypted state. */
    public int least(boolean es) {
        return es ? 1 : bounds.minSevAsid();
    }

    /** The largest. */
    public int most(boolean es) {
        return es ? bounds.minSevAsid() - 1 : bounds.asids();
    }

    /** The first that nobody has; 0 for none. */
    public int free(boolean es) {
        for (int asid = least(es); asid <= most(es); asid++) {
            if (!taken.has(asid)) {
                return asid;
            }
        }
        return 0;
    }

    /** Whether one in that range waits to be made usable again. */
    public boolean canReclaim(boolean es) {
        for (int asid = least(es); asid <= most(es); asid++) {
            if (reclaimable.has(asid)) {
                return true;
            }
        }
        return false;
    }

    /** All that wait are usable again, of whatever range. */
    public void reclaim() {
        taken.become(taken.get() & ~reclaimable.get());
        reclaimable.clear();
    }
}
