package org.exitrace.vtl.host.planes;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.ApicWrite;
import org.exitrace.vtl.call.FlushTlb;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.call.SendIpi;
import org.exitrace.vtl.call.TlbLocks;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.Deliver;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of a guest on planes: the kernel sends interrupts, user space does the rest. */
final class PlaneCalls extends HostCalls<PlaneVcpu> {

    private final ProtocolRules rules;
    private PlanePages pages;

    PlaneCalls(HostSite site, ProtocolRules rules) {
        super(site);
        this.rules = rules;
    }

    /** Where its guest has pages. */
    void goBy(PlanePages known) {
        pages = known;
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
        return call instanceof SendIpi || call instanceof ApicWrite
                || call instanceof FlushTlb;
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
    protected void send(Block<PlaneVcpu> code, Vtl target, String request,
            Consumer<PlaneVcpu> effect) {
        code.local(vcpu -> vcpu.deliveryTo(target.vp()).begin(target.number()));
        new Deliver<PlaneVcpu>(rules, vcpu -> vcpu.deliveryTo(target.vp()), effect).steps(code);
    }

    @Override
    public void partition(Block<PlaneVcpu> code, Consumer<Block<PlaneVcpu>> inside) {
        pages.locked(code, inside);
    }

    @Override
    public void protects(Block<PlaneVcpu> code, PageSpan span,
            Consumer<Block<PlaneVcpu>> write) {
        partition(code, inside -> {
            write.accept(inside);
            pages.set(inside, span);
        });
    }

    @Override
    public void flush(
            Block<PlaneVcpu> code, int vtl, BiConsumer<PlaneVcpu, Vtl> reaches) {
        pages.flush(code, vtl, reaches);
    }

    @Override
    public TlbLocks<PlaneVcpu> locks() {
        return pages.locks().<TlbLocks<PlaneVcpu>>map(own -> own).orElseGet(super::locks);
    }

    @Override
    public void intercept(Block<PlaneVcpu> code, Function<PlaneVcpu, Vtl> above) {
        code.local(vcpu -> vcpu.crossing.begin(above.apply(vcpu), EntryReason.INTERCEPT));
    }

    /**
     * The ioctl that writes an IRR sets the bit of its plane, and the next KVM_RUN looks at it: who
     * has made that request himself wants to know of that plane again, and of no other.
     */
    @Override
    public void recheck(PlaneVcpu vcpu, Vtl told) {
        vcpu.notice().catchesUp(told.number());
        vcpu.masked.remove(told.number());
    }
}
