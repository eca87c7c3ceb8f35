package org.exitrace.vtl.protocol.translate;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * A register of VTL 0's vCPU: what the hardware has, and KVM's copy, if it has one. The greatest
 * value is VTL 1's; VTL 0 has the others.
 */
public final class CachedRegister extends Region {

    private final int ofVtl1;
    private final boolean keepsCache;
    private final CountCell value;
    private final CountCell cached;
    private final FlagCell available;

    /** A register that {@link #settle} copies, if {@code keepsCache}. */
    public CachedRegister(CellScope scope, int ofVtl1, boolean keepsCache) {
        super(scope);
        this.ofVtl1 = ofVtl1;
        this.keepsCache = keepsCache;
        value = cells().count("hardware", ofVtl1);
        cached = cells().count("cached", ofVtl1);
        available = cells().flag("available").initially(keepsCache);
    }

    /** What the hardware has. */
    public int get() {
        return value.get();
    }

    /** VTL 0 writes it. */
    public void become(int written) {
        value.become(written);
    }

    /** VTL 0's vCPU stops, or has changed all that belongs together. */
    public void settle() {
        cached.become(keepsCache ? value.get() : 0);
        available.become(keepsCache);
    }

    /** As whoever runs {@code isLoaded} reads it: what is not cached comes from the hardware. */
    public int read(boolean isLoaded) {
        if (available.isClear()) {
            cached.become(isLoaded ? value.get() : ofVtl1);
            available.raise();
        }
        return cached.get();
    }

    /** KVM takes VTL 1's value for VTL 0's from now on. */
    public boolean isPoisoned() {
        return available.isSet() && cached.is(ofVtl1);
    }
}
