package org.exitrace.ghcb.design;

import java.util.List;
import org.exitrace.engine.design.Switch;

/** How a guest treats its memory, beside what follows from whose code it runs. */
public final class MemoryDesign {

    /** The questions. */
    public static final List<Switch<?>> SWITCHES = List.of(PscOrder.SWITCH,
            PvalidateUnchanged.SWITCH, PscHeaderCheck.SWITCH, NotValidated.SWITCH,
            AcceptanceLock.SWITCH);

    private MemoryDesign() {
    }
}
