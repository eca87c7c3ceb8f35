package org.exitrace.ghcb.vc;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.spec.EncryptionLeaf;

/** What a guest takes for the bit that makes its memory private. */
public final class EncryptionMask extends Region {

    private static final int MOST_PLACE = 63;

    private final CountCell place = cells().count("place", MOST_PLACE);
    private final FlagCell plain = cells().flag("plain");

    EncryptionMask(CellScope scope) {
        super(scope);
    }

    /** It takes the bit of that place. */
    void take(int bit) {
        place.become(bit);
    }

    /** It takes itself for a guest that is not encrypted. */
    void takeNone() {
        plain.raise();
    }

    /** Whether it takes another bit than the processor. */
    boolean isWrong() {
        return !place.is(0) && !place.is(EncryptionLeaf.C_BIT);
    }

    /** Whether it takes itself for a guest that is not encrypted. */
    boolean isNone() {
        return plain.isSet();
    }
}
