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
    private final int mostSnp;

    /** Declares it in {@code scope}; whether ciphertext may be hidden, the kernel tells. */
    public AsidPool(CellScope scope, HostBounds bounds, boolean hides) {
        super(scope);
        this.bounds = bounds;
        this.mostSnp = hides ? bounds.maxSnpAsid() : 0;
        taken = cells().bits("sev_asid_bitmap", bounds.asids() + 1);
        lost = cells().bits("lost", bounds.asids() + 1);
        reclaimable = cells().bits("sev_reclaim_asid_bitmap", bounds.asids() + 1);
    }

    /** The least ASID of {@code range}. */
    public int least(AsidRange range) {
        return switch (range) {
            case SEV -> bounds.minSevAsid();
            case ES -> mostSnp + 1;
            case SNP -> 1;
        };
    }

    /** The largest. */
    public int most(AsidRange range) {
        return switch (range) {
            case SEV -> bounds.asids();
            case ES -> bounds.minSevAsid() - 1;
            case SNP -> mostSnp > 0 ? mostSnp : bounds.minSevAsid() - 1;
        };
    }

    /** The first that nobody has; 0 for none. */
    public int free(AsidRange range) {
        for (int asid = least(range); asid <= most(range); asid++) {
            if (!taken.has(asid)) {
                return asid;
            }
        }
        return 0;
    }

    /** Whether one in that range waits to be made usable again. */
    public boolean canReclaim(AsidRange range) {
        for (int asid = least(range); asid <= most(range); asid++) {
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
