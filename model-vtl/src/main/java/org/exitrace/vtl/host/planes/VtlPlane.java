package org.exitrace.vtl.host.planes;

import org.exitrace.engine.state.CellScope;
import org.exitrace.vtl.protocol.planes.Plane;
import org.exitrace.vtl.state.Vtl;

/** The plane that runs a VTL: its IRR is that of the VTL's local APIC. */
final class VtlPlane extends Plane {

    private final Vtl vtl;

    VtlPlane(CellScope scope, Vtl vtl) {
        super(scope, vtl.number(), vtl.lapic.irr);
        this.vtl = vtl;
    }

    @Override
    public void kick() {
        vtl.kick();
    }
}
