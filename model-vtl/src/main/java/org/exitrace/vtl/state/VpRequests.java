package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * What was asked of a virtual processor by others and is carried out by its own thread, where that
 * takes more than one step. Source: docs/vtl.md c.6.
 */
public final class VpRequests extends Region {

    /** VTLs that somebody was told it gets. */
    public final BitsCell promised;
    /** VTLs for which INIT and SIPI have come. */
    private final BitsCell sipi;
    /** It has begun. */
    public final FlagCell begun = cells().flag("begun");
    /** VTLs that were promised, without their initial context. */
    private final BitsCell unapplied;
    /** INIT and SIPI came before it had begun. */
    private final FlagCell owed = ghost().flag("owed");

    VpRequests(CellScope scope, int vtls, boolean runs) {
        super(scope);
        promised = cells().bits("enable_called", vtls);
        sipi = cells().bits("init_sipi", vtls);
        begun.initially(runs);
        unapplied = ghost().bits("unapplied", vtls);
    }

    /** It gets {@code vtl}, as soon as its thread comes by. */
    public void promise(int vtl) {
        promised.add(vtl);
        unapplied.add(vtl);
    }

    /** {@code vtl} has the initial context that was promised. */
    public void applied(int vtl) {
        unapplied.remove(vtl);
    }

    /** INIT and SIPI of {@code vtl} are in its local APIC. */
    public void initSipi(int vtl) {
        sipi.add(vtl);
        if (begun.isClear()) {
            owed.raise();
        }
    }

    /** The VTL for which INIT and SIPI have come, the lowest; -1 if they have for none. */
    int takesSipi() {
        int vtl = sipi.isEmpty() ? -1 : Long.numberOfTrailingZeros(sipi.get());
        sipi.clear();
        return vtl;
    }

    /** An INIT that comes late takes them along. */
    void forgetsSipi() {
        sipi.clear();
    }

    /** Whether it was started so and does not run. */
    boolean isLost() {
        return owed.isSet() && begun.isClear();
    }

    /** Whether one of the VTLs in {@code enabled} has no initial context. */
    boolean isAhead(long enabled) {
        return (enabled & unapplied.get()) != 0;
    }
}
