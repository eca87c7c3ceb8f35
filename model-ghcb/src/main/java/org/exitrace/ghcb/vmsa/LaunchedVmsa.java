package org.exitrace.ghcb.vmsa;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** What became of the VMSA that the launch measured for a virtual CPU. */
public final class LaunchedVmsa extends Region {

    /** The host has written into it since the processor last stored the registers there. */
    public final FlagCell written = cells().flag("written_by_host");
    /** Guest code was executed from a VMSA into which the host had written. */
    public final FlagCell ranWritten = ghost().flag("ran_written");

    /** Declares the cells in {@code scope}. */
    public LaunchedVmsa(CellScope scope) {
        super(scope);
    }
}
