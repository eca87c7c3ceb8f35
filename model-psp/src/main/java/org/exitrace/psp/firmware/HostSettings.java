package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.HostSetting;

/** What is unusual about the host; scripts set it, the firmware reads it. */
public final class HostSettings extends Region {

    /** Those that hold, by ordinal. */
    public final BitsCell set =
            cells().bits("set", HostSetting.values().length).named(HostSetting.words());

    /** Declares the cell in {@code scope}; nothing is unusual. */
    public HostSettings(CellScope scope) {
        super(scope);
    }

    /** Whether {@code setting} holds. */
    public boolean has(HostSetting setting) {
        return set.has(setting.ordinal());
    }
}
