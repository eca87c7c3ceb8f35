package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** How far a command has walked over the cores, and what it saw there. Dead between commands. */
public final class CoreScan extends Region {

    /** The core complex that it looks at. */
    public final CountCell ccx;
    /** The core in it. */
    public final CountCell core;
    /** Core complexes that count as done. */
    public final BitsCell done;
    /** Some core was not done. */
    public final FlagCell missing = cells().flag("missing");
    /** The rest of this core complex is not looked at. */
    public final FlagCell skip = cells().flag("skip");

    /** Declares the cells in {@code scope}. */
    public CoreScan(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        ccx = cells().count("ccx", bounds.ccxs());
        core = cells().count("core", bounds.coresPerCcx());
        done = cells().bits("done", bounds.ccxs());
    }

    /** Forgets what it saw. */
    public void clear() {
        done.clear();
        missing.clear();
        skip.clear();
    }
}
