package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;

/** The two platform states, and what else the firmware keeps beside guests. */
public final class Platform extends Region {

    /** SEV and SEV-ES. */
    public final EnumCell<SevState> sev = cells().choice("sev.state", SevState.class);
    /** SEV-SNP. */
    public final EnumCell<SnpState> snp = cells().choice("snp.state", SnpState.class);
    /** Sticky: whether SNP_INIT ever filled the reverse map table. */
    public final FlagCell rmpInitialized = cells().flag("rmp_initialized");
    /** INIT asked for encrypted state. */
    public final FlagCell es = cells().flag("es");
    /** How many guests there are, in the SEV machine. */
    public final CountCell guestCount;

    /** Declares it in {@code scope}. */
    public Platform(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        guestCount = cells().count("guest_count", bounds.handles());
    }
}
