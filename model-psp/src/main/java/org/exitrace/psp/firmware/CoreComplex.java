package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/** The hardware of one core complex that x86 software and the firmware both touch. */
public final class CoreComplex extends Region {

    /** WBINVD_DONE of each core: set when the core executes WBINVD, cleared by the firmware. */
    public final BitsCell wbinvdDone;
    /** The ASIDs with which VMRUN succeeds here. */
    public final BitsCell asidValid;

    /** Declares it in {@code scope}. */
    public CoreComplex(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        wbinvdDone = cells().bits("WBINVD_DONE", bounds.coresPerCcx());
        asidValid = cells().bits("asid_valid", bounds.asids() + 1);
    }
}
