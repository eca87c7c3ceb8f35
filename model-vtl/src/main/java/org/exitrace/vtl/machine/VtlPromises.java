package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;

/** What each host owes to a guest with VTLs, whatever its design. */
final class VtlPromises {

    private VtlPromises() {
    }

    static void declare(ModelBuilder model, Guest guest) {
        List<Vp> vps = guest.vps();
        model.never("I-11", "two VTLs of one virtual processor execute at once, or one"
                        + " that is not active", vps,
                vp -> vp.executing() > 1 || vp.isAstray())
                .because("the first of the four rules: one VTL of a virtual processor runs")
                .from("docs/vtl.md I-11");
        for (Breach breach : Breach.values()) {
            if (!breach.isOfPartition()) {
                model.never(breach.id(), breach.sentence(), vps, vp -> vp.judge().saw(breach))
                        .because(breach.because()).from("docs/vtl.md " + breach.id());
            } else if (guest.hasPartition()) {
                model.never(breach.id(), breach.sentence(), () -> guest.partition().saw(breach))
                        .because(breach.because()).from("docs/vtl.md " + breach.id());
            }
        }
    }
}
