package org.exitrace.vtl.host.paravisor;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PagelessSite;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of VTLs below the paravisor, answered in the thread of their virtual processor. */
final class ParavisorCalls extends HostCalls<ParavisorVp> implements PagelessSite<ParavisorVp> {

    private final List<ParavisorVp> vps;
    private final boolean cancels;

    ParavisorCalls(HostSite site, List<ParavisorVp> vps) {
        super(site);
        this.vps = vps;
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
    public void notice(Block<ParavisorVp> code, Vtl target, String request,
            Consumer<ParavisorVp> effect) {
        ParavisorVp other = vps.get(target.vp().number());
        code.step(request + " of vp" + target.vp().number() + " vtl" + target.number(), effect)
                .costs(VtlCosts.ACCESS)
                .test("wake bit was set?", any -> wasAwake(other, target), set -> { },
                        first -> first.given(cancels, cancel -> cancel
                                .test("xchg(cancel, 1) was 1?", any -> other.cancel.testAndSet(),
                                        before -> { }, now -> now
                                                .step("IPI", any -> other.interrupt())
                                                .costs(VtlCosts.KICK))
                                .costs(VtlCosts.ACCESS)))
                .costs(VtlCosts.ACCESS)
                .local(any -> target.requested());
    }

    private static boolean wasAwake(ParavisorVp other, Vtl target) {
        boolean was = other.wake.has(target.number());
        other.wake.add(target.number());
        return was;
    }
}
