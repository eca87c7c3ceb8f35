package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of LDR. A host that keeps a map of logical ids makes it anew before the instruction ends,
 * under a lock of that map, so that both are one step.
 *
 * @param id what it shall hold
 */
public record WriteLdr(int id) implements ApicWrite {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.LOGICAL_IDS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step("LDR", thread -> {
            site.caller(thread).lapic.logical().write(id);
            site.status(thread, HvStatus.SUCCESS);
        }).costs(VtlCosts.ACCESS);
    }
}
