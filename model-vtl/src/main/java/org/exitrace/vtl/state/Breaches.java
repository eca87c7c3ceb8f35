package org.exitrace.vtl.state;

import java.util.EnumMap;
import java.util.Map;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;

/** A ghost flag for each {@link Breach} of one owner. */
final class Breaches {

    private final Map<Breach, FlagCell> flags = new EnumMap<>(Breach.class);

    /** Those of a partition, or of a virtual processor. */
    Breaches(CellScope ghosts, boolean isOfPartition) {
        for (Breach breach : Breach.values()) {
            if (breach.isOfPartition() == isOfPartition) {
                flags.put(breach, ghosts.flag(breach.id()));
            }
        }
    }

    /** It has happened. */
    void note(Breach breach) {
        flags.get(breach).raise();
    }

    /** Whether that has happened. */
    boolean saw(Breach breach) {
        return flags.get(breach).isSet();
    }
}
