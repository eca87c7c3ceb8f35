package org.exitrace.vtl.host.planes;

import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.call.SendIpi;
import org.exitrace.vtl.call.WriteIcr;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PagelessSite;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.Deliver;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of a guest on planes: the kernel sends interrupts, user space does the rest. */
final class PlaneCalls implements PagelessSite<PlaneVcpu> {

    private final HostSite site;
    private final ProtocolRules rules;

    PlaneCalls(HostSite site, ProtocolRules rules) {
        this.site = site;
        this.rules = rules;
    }

    /** In the kernel: answers and lets the guest go on, or leaves KVM_RUN. */
    void inKernel(Block<PlaneVcpu> code) {
        site.calls().select(code, vcpu -> vcpu.vtl().call.get() - 1, (way, call) -> {
            if (isForKernel(call)) {
                call.answer(way, this);
                way.local(PlaneCalls::forget).again();
            } else {
                way.leave();
            }
        });
    }

    /** In user space. */
    void inUserSpace(Block<PlaneVcpu> code) {
        site.calls().select(code, vcpu -> vcpu.vtl().call.get() - 1, (way, call) -> {
            if (!isForKernel(call)) {
                call.answer(way, this);
            }
        });
        code.local(PlaneCalls::forget);
    }

    private static void forget(PlaneVcpu vcpu) {
        vcpu.vtl().call.clear();
        vcpu.vtl().exit.clear();
    }

    private static boolean isForKernel(HvCall call) {
        return call instanceof SendIpi || call instanceof WriteIcr;
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
    public Vtl caller(PlaneVcpu vcpu) {
        return vcpu.vtl();
    }

    /** An ioctl on the other plane's vCPU; KVM_RUN, the only rival for its mutex, is over. */
    @Override
    public void context(Block<PlaneVcpu> code, int vtl, String access,
            Consumer<PlaneVcpu> effect) {
        code.step(access + " of vtl" + vtl, effect).costs(VtlCosts.ACCESS);
    }

    @Override
    public void notice(Block<PlaneVcpu> code, Vtl target, String request,
            Consumer<PlaneVcpu> effect) {
        code.local(vcpu -> vcpu.deliveryTo(target.vp()).begin(target.number()));
        new Deliver<PlaneVcpu>(rules, vcpu -> vcpu.deliveryTo(target.vp()), effect).steps(code);
        code.local(vcpu -> target.requested());
    }
}
