package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.CpuMode;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of CR0, or a change of CPL, which exits. In another mode than that of the kernel
 * hypercalls raise #UD, and this does not. A VTL above VTL0 that wants real mode gets #GP, for
 * which ACCESS_DENIED stands (our reading).
 *
 * @param mode how the VTL executes from now on
 */
public record SetMode(CpuMode.Mode mode) implements HvCall {

    @Override
    public boolean isHypercall() {
        return false;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.MODES);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step("change the mode", thread -> {
            Vtl caller = site.caller(thread);
            boolean refused = mode == CpuMode.Mode.REAL && caller.number() > VtlNumber.LOWEST;
            if (!refused) {
                caller.mode().mode.become(mode);
            }
            site.status(thread, refused ? HvStatus.ACCESS_DENIED : HvStatus.SUCCESS);
        }).costs(VtlCosts.ACCESS);
    }
}
