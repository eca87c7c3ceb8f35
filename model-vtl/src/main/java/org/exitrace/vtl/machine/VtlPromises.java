package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;

/** What each host owes to a guest with VTLs, whatever its design. */
final class VtlPromises {

    private VtlPromises() {
    }

    static void declare(ModelBuilder model, Guest guest) {
        List<Vp> vps = guest.vps();
        model.never("I-11", "two VTLs of one virtual processor execute at once", vps,
                vp -> vp.executing() > 1)
                .because("the first of the four rules: one VTL of a virtual processor runs")
                .from("docs/vtl.md I-11");
        model.never("I-23", "a VTL goes on although an interrupt waits that belongs to a higher one"
                + " and is not masked there", vps, vp -> vp.overtaken.isSet())
                .because("the second of the four rules: interrupts of a privileged VTL go first")
                .from("docs/vtl.md I-23");
    }
}
