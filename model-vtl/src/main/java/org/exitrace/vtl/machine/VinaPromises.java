package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/** What each host owes to a guest whose VTLs want to know of interrupts of lower ones. */
final class VinaPromises {

    private VinaPromises() {
    }

    static void declare(ModelBuilder model, List<Vp> vps) {
        List<Vtl> vtls = vps.stream().flatMap(vp -> vp.vtls().stream()).toList();
        model.never("I-20", "an entry changes VinaAsserted in another way than AutoReset says",
                vtls, vtl -> vtl.vina().meddled.isSet())
                .because("the VTL would be told twice, or never again")
                .from("docs/vtl.md I-20");
        model.never("I-32", "a VINA is raised that is not enabled, or while one is asserted, or for"
                + " an interrupt that the lower VTL could not take", vtls,
                vtl -> vtl.vina().needless.isSet())
                .because("a VINA says that a return would deliver an interrupt")
                .from("docs/vtl.md I-32");
        model.never("I-32-owner", "VTL0 has a VINA", vps,
                vp -> vp.vtl(0).vina().enabled.isSet())
                .because("nothing is below it")
                .from("docs/vtl.md I-32, c.4");
    }
}
