package org.exitrace.vtl.host.aware;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.aware.AwareVcpu.Mode;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls, answered in the thread of the vCPU that makes them. */
final class AwareCalls implements CallSite<AwareVcpu> {

    private final HostSite site;
    private final List<AwareVcpu> vcpus;
    private final SwitchContexts contexts;

    AwareCalls(HostSite site, List<AwareVcpu> vcpus, SwitchContexts contexts) {
        this.site = site;
        this.contexts = contexts;
        this.vcpus = vcpus;
    }

    /** Answers the call that the active VTL asks for, and forgets it. */
    void answer(Block<AwareVcpu> code) {
        site.calls().select(code, vcpu -> vcpu.active().call.get() - 1,
                (way, call) -> call.answer(way, this));
        code.local(vcpu -> {
            vcpu.active().call.clear();
            vcpu.active().exit.clear();
        });
    }

    @Override
    public Guest guest() {
        return site.guest();
    }

    @Override
    public Design design() {
        return site.model().design();
    }

    @Override
    public Vtl caller(AwareVcpu vcpu) {
        return vcpu.active();
    }

    @Override
    public void context(Block<AwareVcpu> code, int vtl, String access,
            Consumer<AwareVcpu> effect) {
        contexts.underLock(code, vcpu -> vcpu.vp().vtl(vtl), access, effect);
    }

    /** What changes, the request, the mode, the interrupt: the order of KVM. */
    @Override
    public void notice(Block<AwareVcpu> code, Vtl vtl, String request,
            Consumer<AwareVcpu> effect) {
        AwareVcpu target = vcpus.get(vtl.vp().number());
        code.step(request + " of vp" + vtl.vp().number() + " vtl" + vtl.number(), effect)
                .costs(VtlCosts.ACCESS)
                .step("make KVM_REQ_EVENT", vcpu -> target.request.raise())
                .costs(VtlCosts.ACCESS)
                .test("kvm_vcpu_kick: IN_GUEST_MODE?", vcpu -> exits(target), yes -> yes
                        .step("send the interrupt", vcpu -> interrupt(target))
                        .costs(VtlCosts.ACCESS))
                .local(vcpu -> vtl.requested());
    }

    private static boolean exits(AwareVcpu target) {
        boolean inside = target.mode.is(Mode.IN_GUEST_MODE);
        if (inside) {
            target.mode.become(Mode.EXITING_GUEST_MODE);
        }
        return inside;
    }

    private static void interrupt(AwareVcpu target) {
        if (!target.mode.is(Mode.OUTSIDE_GUEST_MODE)) {
            target.active().kicked.raise();
        }
    }
}
