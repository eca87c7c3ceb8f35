package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.LogicalModel;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of DFR, or of APIC_BASE to turn x2APIC mode on; one step, as {@link WriteLdr}.
 *
 * @param model how logical destinations are read from then on
 */
public record ChooseLogicalModel(LogicalModel model) implements ApicWrite {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.LOGICAL_IDS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step(model == LogicalModel.X2APIC ? "APIC_BASE" : "DFR", thread -> {
            Vtl caller = site.caller(thread);
            caller.lapic.logical().choose(model);
            site.status(thread, HvStatus.SUCCESS);
        }).costs(VtlCosts.ACCESS);
    }
}
