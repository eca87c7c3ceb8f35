package org.exitrace.vtl.host.paravisor;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.Handover;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.call.TlbLocks;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.protocol.runloop.Cancel;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of VTLs below the paravisor, answered in the thread of their virtual processor. */
final class ParavisorCalls extends HostCalls<ParavisorVp> {

    private final List<ParavisorVp> vps;
    private final boolean cancels;
    private final Optional<ParavisorPages> pages;
    private final Optional<ParavisorStart> start;

    ParavisorCalls(HostSite site, List<ParavisorVp> vps) {
        super(site);
        this.vps = vps;
        pages = site.bounds().pages() == 0 ? Optional.empty()
                : Optional.of(new ParavisorPages(site, this, vps));
        boolean hands = vps.get(0).mailbox() != null;
        start = hands ? Optional.of(new ParavisorStart(this, vps, site.bounds().vtls(),
                site.calls().hasInitSipi())) : Optional.empty();
        cancels = design().get(Vmm.SWITCH) != Vmm.DELIVERS_LATE;
    }

    @Override
    public Vtl caller(ParavisorVp vp) {
        return vp.active();
    }

    /** What the VTLs of its virtual processor have is the thread's own. */
    @Override
    public void context(Block<ParavisorVp> code, int vtl, String access,
            Consumer<ParavisorVp> effect) {
        code.step(access + " of vtl" + vtl, effect).costs(VtlCosts.ACCESS);
    }

    /** The request, the wake bit, cancel, the IPI; whoever finds one set leaves the rest out. */
    @Override
    protected void send(Block<ParavisorVp> code, Vtl target, String request,
            Consumer<ParavisorVp> effect) {
        ParavisorVp other = vps.get(target.vp().number());
        code.step(request + " of vp" + target.vp().number() + " vtl" + target.number(), effect)
                .costs(VtlCosts.ACCESS)
                .test("wake bit was set?", any -> wasAwake(other, target), set -> { },
                        first -> first.given(cancels, cancel -> cancel(
                                cancel, other, any -> other.interrupt())))
                .costs(VtlCosts.ACCESS);
    }

    /** Sends {@code other} back to the paravisor, unless somebody does so already. */
    static void cancel(
            Block<ParavisorVp> code, ParavisorVp other, Consumer<ParavisorVp> interrupt) {
        Cancel.send(code, any -> other.cancel, interrupt);
    }

    private static boolean wasAwake(ParavisorVp other, Vtl target) {
        boolean was = other.wake.has(target.number());
        other.wake.add(target.number());
        return was;
    }

    @Override
    public Optional<Handover<ParavisorVp>> handover() {
        return start.map(Function.identity());
    }

    /** Where starts are told step by step. */
    Optional<ParavisorStart> start() {
        return start;
    }

    /** Where its guest has pages. */
    Optional<ParavisorPages> pages() {
        return pages;
    }

    @Override
    public void partition(Block<ParavisorVp> code, Consumer<Block<ParavisorVp>> inside) {
        pages.orElseThrow().changing(code, inside);
    }

    @Override
    public void protects(Block<ParavisorVp> code, PageSpan span,
            Consumer<Block<ParavisorVp>> write) {
        partition(code, inside -> {
            write.accept(inside);
            pages.orElseThrow().apply(inside, span);
        });
    }

    @Override
    public void flush(
            Block<ParavisorVp> code, int vtl, BiConsumer<ParavisorVp, Vtl> reaches) {
        pages.orElseThrow().flush(code, vtl, reaches);
    }

    @Override
    public TlbLocks<ParavisorVp> locks() {
        return pages.flatMap(ParavisorPages::locks).<TlbLocks<ParavisorVp>>map(own -> own)
                .orElseGet(super::locks);
    }

    @Override
    public void intercept(Block<ParavisorVp> code, Function<ParavisorVp, Vtl> above) {
        code.local(vp -> vp.crossing.begin(above.apply(vp), EntryReason.INTERCEPT));
    }

    /** Its loop looks at all local APICs of its virtual processor before it enters. */
    @Override
    public void recheck(ParavisorVp vp, Vtl told) {
    }
}
