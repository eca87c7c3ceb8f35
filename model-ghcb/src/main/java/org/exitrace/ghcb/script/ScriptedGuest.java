package org.exitrace.ghcb.script;

import java.util.List;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;

/** A CPU whose guest code is a script. */
public final class ScriptedGuest extends Region {

    /** What its last operation gave. */
    public final ResultCell result = new ResultCell(cells(), "result", List.of(
            GuestOperations.RELEASED, GuestOperations.WOKEN, GuestOperations.SET,
            "0", "1", "2", "3", GuestOperations.INVALID_INPUT));

    /** The CPU. */
    public final GuestCpu cpu;

    /** Words of guest memory by which scripts wait for each other. */
    public final SharedWords words;

    /** The script of {@code cpu}; its cells lie beside those of the CPU. */
    public ScriptedGuest(GuestCpu cpu, SharedWords words) {
        super(cpu.software("script"));
        this.cpu = cpu;
        this.words = words;
    }
}
