package org.exitrace.vtl.host.planes;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.call.SendIpi;
import org.exitrace.vtl.call.WriteIcr;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PagelessSite;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.Deliver;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of a guest on planes: the kernel sends interrupts, user space does the rest. */
final class PlaneCalls extends HostCalls<PlaneVcpu> implements PagelessSite<PlaneVcpu> {

    private final ProtocolRules rules;

    PlaneCalls(HostSite site, ProtocolRules rules) {
        super(site);
        this.rules = rules;
    }

    /** In the kernel. */
    void inKernel(Block<PlaneVcpu> code) {
        inKernel(code, PlaneCalls::isForKernel);
    }

    /** In user space. */
    void inUserSpace(Block<PlaneVcpu> code) {
        inUserSpace(code, PlaneCalls::isForKernel);
    }

    private static boolean isForKernel(HvCall call) {
        return call instanceof SendIpi || call instanceof WriteIcr;
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
