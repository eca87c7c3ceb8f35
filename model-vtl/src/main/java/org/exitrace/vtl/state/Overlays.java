package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CountCell;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.AccessMask;

/** All pages of the hypervisor that can lie over pages of the guest. Source: docs/vtl.md c.5. */
public final class Overlays {

    private final List<Overlay> all = new ArrayList<>();
    private final HypervisorBug bug;

    Overlays(ModelBuilder model, VtlBounds bounds, VtlStart start) {
        bug = model.design().get(HypervisorBug.SWITCH);
        for (OverlayKind kind : start.overlays()) {
            for (int vtl = 0; vtl < bounds.vtls(); vtl++) {
                declare(model, kind, vtl, bounds);
            }
        }
    }

    private void declare(ModelBuilder model, OverlayKind kind, int vtl, VtlBounds bounds) {
        for (int vp = 0; vp < bounds.vps() && kind.isOfProcessor(); vp++) {
            all.add(Overlay.ofProcessor(
                    model.region("vp[" + vp + "].vtl[" + vtl + "]." + kind.cell()), kind, vp, vtl,
                    bounds.pages()));
        }
        if (!kind.isOfProcessor()) {
            all.add(Overlay.ofPartition(
                    model.region("partition.vtl[" + vtl + "]." + kind.cell()), kind, vtl,
                    bounds.pages()));
        }
    }

    /** All of them. */
    public List<Overlay> all() {
        return all;
    }

    /** Whether the machine can have one. */
    boolean exist() {
        return !all.isEmpty();
    }

    /** The one that {@code view} has of that kind, if the machine can have it. */
    public Optional<Overlay> of(OverlayKind kind, MemoryView view) {
        return all.stream().filter(each -> each.isOf(kind, view.vp(), view.vtl())).findFirst();
    }

    /** What lies over {@code page} for {@code vtl}: of several the first, which no text settles. */
    Optional<Overlay> over(int vtl, int page) {
        if (bug == HypervisorBug.OVERLAY_IN_PAGE) {
            return Optional.empty();
        }
        return all.stream().filter(each -> each.liesFor(vtl, page)).findFirst();
    }

    /** Whether anything lies over {@code page}, for whatever VTL. */
    boolean lieOver(int page) {
        return all.stream().anyMatch(each -> each.at.is(page));
    }

    /** What {@code vtl} reaches there; by a bug, what lies there for anybody, which is told. */
    Optional<Overlay> seen(int vtl, int page) {
        Optional<Overlay> own = over(vtl, page);
        if (own.isPresent() || bug != HypervisorBug.OVERLAY_FOR_ALL) {
            return own;
        }
        Optional<Overlay> other = all.stream().filter(each -> each.at.is(page)).findFirst();
        other.ifPresent(each -> each.exposed.raise());
        return other;
    }

    /**
     * {@code own} of {@code view} lies over {@code page}. By a bug it does not, and what it holds
     * is written into the page itself, whoever keeps that from the VTL.
     */
    public void lay(Overlay own, MemoryView view, int page) {
        own.lies(page);
        if (bug == HypervisorBug.OVERLAY_IN_PAGE) {
            CountCell below = view.memory().pages().get(page).word;
            below.become(own.word.get());
            own.exposed.raise();
            if ((view.attributes(page) & AccessMask.WRITE) == 0) {
                own.overreached.raise();
            }
        }
    }

    /** {@code own} is not enabled any more: what is below it can be reached again. */
    public void take(Overlay own) {
        own.goes();
    }

    /** The partition is reset: nothing lies over any page. */
    void reset() {
        all.forEach(Overlay::goes);
    }
}
