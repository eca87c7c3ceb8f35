package org.exitrace.vtl.host.aware;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.call.Handover;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.host.aware.AwareVcpu.Mode;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls, answered in the thread of the vCPU that makes them. */
final class AwareCalls extends HostCalls<AwareVcpu> {

    private final List<AwareVcpu> vcpus;
    private final Routine<AwareVcpu> switching;
    private final Optional<MutexCell> lock;
    private final RemoteFlush flush;
    private final Optional<AwareStart> start;

    AwareCalls(HostSite site, List<AwareVcpu> vcpus) {
        super(site);
        this.vcpus = vcpus;
        switching = new SwitchContexts(site.bounds().vtls()).routine();
        lock = site.bounds().pages() == 0 ? Optional.empty()
                : Optional.of(new MutexCell(site.model().region("kvm"), "slots_lock"));
        flush = new RemoteFlush(vcpus, design().get(FlushDesign.SWITCH));
        start = vcpus.get(0).start() == null ? Optional.empty()
                : Optional.of(new AwareStart(this, vcpus, site.calls().hasInitSipi()));
    }

    /** The switch between two VTLs. */
    Routine<AwareVcpu> switching() {
        return switching;
    }

    @Override
    public Optional<Handover<AwareVcpu>> handover() {
        return start.map(Function.identity());
    }

    /** Where starts are told step by step. */
    Optional<AwareStart> start() {
        return start;
    }

    @Override
    public Vtl caller(AwareVcpu vcpu) {
        return vcpu.active();
    }

    @Override
    public void context(Block<AwareVcpu> code, int vtl, String access,
            Consumer<AwareVcpu> effect) {
        SwitchContexts.underLock(code, vtl, access, effect);
    }

    /** What changes, the request, the mode, the interrupt: the order of KVM. */
    @Override
    protected void send(Block<AwareVcpu> code, Vtl vtl, String request,
            Consumer<AwareVcpu> effect) {
        AwareVcpu target = vcpus.get(vtl.vp().number());
        code.step(request + " of vp" + vtl.vp().number() + " vtl" + vtl.number(), effect)
                .costs(VtlCosts.ACCESS)
                .step("make KVM_REQ_EVENT", vcpu -> target.request.raise())
                .costs(VtlCosts.ACCESS)
                .test("kvm_vcpu_kick: IN_GUEST_MODE?", vcpu -> exits(target), yes -> yes
                        .step("send the interrupt", vcpu -> interrupt(target))
                        .costs(VtlCosts.ACCESS));
    }

    @Override
    public void partition(Block<AwareVcpu> code, Consumer<Block<AwareVcpu>> inside) {
        code.lock("lock slots_lock", vcpu -> lock.orElseThrow());
        inside.accept(code);
        code.unlock("unlock slots_lock", vcpu -> lock.orElseThrow());
    }

    @Override
    public void flush(
            Block<AwareVcpu> code, int vtl, BiConsumer<AwareVcpu, Vtl> reaches) {
        flush.write(code, this, vtl, reaches);
    }

    @Override
    public void recheck(AwareVcpu vcpu, Vtl told) {
        vcpu.request.raise();
    }

    @Override
    public void intercept(Block<AwareVcpu> code, Function<AwareVcpu, Vtl> above) {
        code.local(vcpu -> vcpu.goesTo(above.apply(vcpu), EntryReason.INTERCEPT)).call(switching);
    }

    /** {@code kvm_vcpu_exiting_guest_mode}. */
    static boolean exits(AwareVcpu target) {
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
