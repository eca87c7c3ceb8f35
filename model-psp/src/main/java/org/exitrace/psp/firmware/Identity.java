package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The platform's keys, as numbers that the generator drew, and who owns the platform. */
public final class Identity extends Region {

    /** The key that signs for the platform, with its owner's certificate; 0 for none. */
    public final CountCell pek = cells().count("pek", Entropy.MOST);
    /** The key that sessions are agreed with; 0 for none. */
    public final CountCell pdh = cells().count("pdh", Entropy.MOST);
    /** The owner's certificate was imported: the platform does not own itself. */
    public final FlagCell external = cells().flag("external");

    /** Declares it in {@code scope}: no keys. */
    public Identity(CellScope scope) {
        super(scope);
    }

    /** Has these keys in the first state. */
    void initially(int firstPek, int firstPdh) {
        pek.initially(firstPek);
        pdh.initially(firstPdh);
    }

    /** Takes all from {@code other}. */
    public void take(Identity other) {
        pek.become(other.pek.get());
        pdh.become(other.pdh.get());
        external.become(other.external.isSet());
    }

    /** Whether they are the same keys, of the same owner. */
    public boolean isLike(Identity other) {
        return pek.get() == other.pek.get() && pdh.get() == other.pdh.get()
                && external.isSet() == other.external.isSet();
    }

    /** Forgets all. */
    public void clear() {
        pek.clear();
        pdh.clear();
        external.clear();
    }
}
