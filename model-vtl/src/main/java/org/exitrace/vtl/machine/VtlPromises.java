package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Partition;
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
            model.never(breach.id(), breach.sentence(), vps, vp -> vp.judge().saw(breach))
                    .because(breach.because()).from("docs/vtl.md " + breach.id());
        }
        if (guest.hasPartition()) {
            partition(model, guest.partition());
        }
    }

    private static void partition(ModelBuilder model, Partition partition) {
        model.never("I-06", "a VTL is enabled on the partition, and was already",
                partition::isEnabledTwice)
                .because("of two who ask at once, one succeeds").from("docs/vtl.md I-06");
        model.never("I-07", "a VTL is enabled on a virtual processor, and was already",
                partition::isEnabledOnVpTwice)
                .because("the second initial context would replace what runs there")
                .from("docs/vtl.md I-07");
        model.never("I-31", "a lower VTL starts a virtual processor although a higher one denies"
                        + " that", partition::isStartedInSpite)
                .because("code of the lower VTL would run where the higher one does not watch")
                .from("docs/vtl.md I-31");
        model.never("I-33", "a virtual processor is started that has been started",
                partition::isStartedTwice)
                .because("each start that succeeds is carried out once").from("docs/vtl.md I-33");
        model.never("I-50", "a hypercall gives a status that the published text does not admit"
                + " there", partition::hasWrongStatus)
                .because("a guest can rely on no more than what is published")
                .from("docs/vtl.md I-50");
    }
}
