package org.exitrace.vtl.call;

import org.exitrace.vtl.hypercall.SynicConnection;
import org.exitrace.vtl.hypercall.SynicConnection.Lack;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.MessageSlot;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.VtlBounds;

/**
 * The connections of a machine, which are our own: one to the port of each SINT, which has all
 * event flags of it. Source: docs/vtl.md a.8.
 *
 * @param vp of which virtual processor
 * @param vtl of which VTL
 * @param sint of which SINT; by the number behind the last one nothing is connected
 */
record PortConnection(int vp, int vtl, int sint) {

    private static final int PORTS = VtlBounds.MOST_SINTS + 1;

    /** Its number. */
    long number() {
        return ((long) vp * VtlBounds.MOST_VTLS + vtl) * PORTS + sint;
    }

    /** The one of that number. */
    static PortConnection of(long number) {
        int place = (int) (number / PORTS);
        return new PortConnection(place / VtlBounds.MOST_VTLS, place % VtlBounds.MOST_VTLS,
                (int) (number % PORTS));
    }

    /** What it leads to now. */
    SynicConnection in(Guest guest) {
        Vp owner = guest.vps().get(vp);
        if (sint >= owner.vtl(vtl).synic().slots().size()) {
            return SynicConnection.toPortWith(0).without(Lack.CONNECTION);
        }
        SynicConnection port = SynicConnection.toPortWith(slot(guest).flags().number());
        return owner.enabled.has(vtl) ? port : port.without(Lack.SYNIC);
    }

    /** The SINT and its flags. */
    MessageSlot slot(Guest guest) {
        return guest.vtl(vp, vtl).synic().slots().get(sint);
    }
}
