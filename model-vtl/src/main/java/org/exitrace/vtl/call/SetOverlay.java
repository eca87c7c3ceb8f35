package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of VP_ASSIST_PAGE, which exits: that page of the hypervisor lies over a page of the guest
 * for the VTL that asks, and for nobody else. Its masks stay as they are.
 *
 * @param page over which page; {@link #OFF} for none
 */
public record SetOverlay(int page) implements HvCall {

    /** Over no page. */
    public static final int OFF = -1;

    @Override
    public boolean isHypercall() {
        return false;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.OVERLAYS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step(page == OFF ? "take the assist page away" : "map the assist page", thread -> {
            Vtl caller = site.caller(thread);
            if (page == OFF) {
                caller.view().overlay().goes();
            } else {
                caller.view().overlay().lies(page);
                if (site.guest().memory.overlays(caller.number(), page)) {
                    site.guest().note(Breach.NARROWED_ITSELF);
                }
            }
            site.status(thread, HvStatus.SUCCESS);
        }).costs(VtlCosts.ACCESS);
    }
}
