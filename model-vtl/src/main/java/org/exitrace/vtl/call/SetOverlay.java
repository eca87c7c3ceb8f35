package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.MemoryView;
import org.exitrace.vtl.state.Overlay;
import org.exitrace.vtl.state.OverlayKind;
import org.exitrace.vtl.state.Overlays;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of an MSR that says where a page of the hypervisor lies, which exits: it lies over a page
 * of the guest for the VTL that asks, and for nobody else. Masks stay as they are. One step, since
 * such a page is laid once, and the thread of the RFC lets all vCPUs stand still for it.
 *
 * @param kind which of them
 * @param page over which page; {@link #OFF} for none
 */
public record SetOverlay(OverlayKind kind, int page) implements HvCall {

    /** Over no page. */
    public static final int OFF = -1;

    @Override
    public boolean isHypercall() {
        return false;
    }

    @Override
    public Optional<OverlayKind> overlay() {
        return Optional.of(kind);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        String step = page == OFF ? "take the " + kind.noun() + " away" : "map the " + kind.noun();
        code.step(step, thread -> {
            write(site, site.caller(thread));
            site.status(thread, HvStatus.SUCCESS);
        }).costs(VtlCosts.ACCESS);
    }

    private void write(CallSite<?> site, Vtl caller) {
        MemoryView view = caller.view();
        Overlays overlays = site.guest().memory.overlays();
        Overlay own = overlays.of(kind, view).orElseThrow();
        if (page == OFF) {
            overlays.take(own);
            return;
        }
        overlays.lay(own, view, page);
        if (site.guest().memory.overlays(caller.number(), page)) {
            site.guest().note(Breach.NARROWED_ITSELF);
        }
    }
}
