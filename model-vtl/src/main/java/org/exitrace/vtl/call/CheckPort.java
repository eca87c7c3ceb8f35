package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.CheckForIoIntercept;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * HvCallCheckForIoIntercept of the one I/O port, for a VTL of the caller's own virtual processor:
 * gives 1 where an access would be intercepted.
 *
 * @param vtl whose access
 * @param isWrite whether a write
 */
public record CheckPort(int vtl, boolean isWrite) implements DecidedCall {

    @Override
    public boolean isOfPartition() {
        return true;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.PORTS);
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return CheckForIoIntercept.CHECKS.decide(caller, new CheckForIoIntercept(
                VtlNumber.PARTITION_SELF, VtlNumber.VP_SELF, HvInputVtl.of(vtl), 1));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step("look who intercepts the port", thread -> {
            Vtl caller = site.caller(thread);
            if (!refuse(site, caller)) {
                boolean any = site.guest().partition().ports()
                        .above(caller.vp().vtl(vtl), isWrite).isPresent();
                caller.result.become(any ? "1" : "0");
            }
        }).costs(VtlCosts.ACCESS);
    }
}
