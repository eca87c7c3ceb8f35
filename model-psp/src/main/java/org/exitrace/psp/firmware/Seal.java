package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/**
 * Ties a swapped page to its metadata entry: the key and the initialisation vector under which
 * AES-GCM gave the entry's tag. Equal seals stand for a tag that is right.
 */
public final class Seal extends Region {

    /** Whose key; 0 where nothing is sealed. */
    public final CountCell keys = cells().count("keys", Entropy.MOST);
    /** The initialisation vector. */
    public final CountCell iv = cells().count("iv", SnpGuest.LAST_IV);

    /** Declares it in {@code scope}. */
    public Seal(CellScope scope) {
        super(scope);
    }

    /** Becomes that of {@code guest}'s newest swapped page. */
    public void become(SnpGuest guest) {
        keys.become(guest.keys.get());
        iv.become(guest.iv.get());
    }

    /** Copies {@code other}. */
    public void take(Seal other) {
        keys.become(other.keys.get());
        iv.become(other.iv.get());
    }

    /** Whether {@code other} is of the same page at the same time. */
    public boolean fits(Seal other) {
        return !keys.is(0) && keys.is(other.keys.get()) && iv.is(other.iv.get());
    }

    /** Seals nothing. */
    public void clear() {
        keys.clear();
        iv.clear();
    }
}
