package org.exitrace.vtl.host.aware;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.call.EnableVp;
import org.exitrace.vtl.call.Handover;
import org.exitrace.vtl.call.StartVp;
import org.exitrace.vtl.design.VpStart;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.VtlCosts;

/**
 * The handshake of A0: a flag and fields of the target vCPU, a request, a kick; the target asserts
 * that a request comes with the flag. In the branch nothing kept a second starter from the fields
 * ({@code vp-start: overwritten}); that of two one is refused is ours. Source: docs/vtl.md c.6, d.2
 * A0; the order of the accesses is our reading.
 */
final class AwareStart extends Handover<AwareVcpu> {

    private final List<AwareVcpu> vcpus;
    private final boolean hasSipi;

    AwareStart(CallSite<AwareVcpu> site, List<AwareVcpu> vcpus, boolean hasSipi) {
        super(site);
        this.vcpus = vcpus;
        this.hasSipi = hasSipi;
    }

    @Override
    protected boolean comparesAndExchanges() {
        return design() != VpStart.OVERWRITTEN && super.comparesAndExchanges();
    }

    /** Under the lock of the context, which no thread loads before the VTL is enabled. */
    @Override
    protected void leaveContext(Block<AwareVcpu> code, EnableVp call) {
        writeContext(code, call.vp(), call.vtl(), call.cr3());
        code.given(design() != VpStart.FLIPPED_EARLY, owner ->
                flip(owner, call.vp(), call.vtl()));
    }

    private void writeContext(Block<AwareVcpu> code, int vp, int vtl, int cr3) {
        AwareVcpu target = vcpus.get(vp);
        String context = "the context of vtl" + vtl + " of vp" + vp;
        code.lock("lock " + context, any -> target.context(vtl))
                .step("write " + context, any -> {
                    target.vp().vtl(vtl).register(Register.CR3).become(cr3);
                    target.vp().requests().applied(vtl);
                }).costs(VtlCosts.ACCESS)
                .unlock("unlock " + context, any -> target.context(vtl));
    }

    @Override
    protected void leaveStart(Block<AwareVcpu> code, StartVp call) {
        StartFields fields = vcpus.get(call.vp()).start();
        String vp = " of vp" + call.vp();
        code.step("write target_vtl" + vp, any -> fields.vtl.become(call.vtl()))
                .costs(VtlCosts.ACCESS);
        writeContext(code, call.vp(), call.vtl(), call.cr3());
        code.step("set the flag" + vp, any -> fields.flag.raise()).costs(VtlCosts.ACCESS);
        request(code, call.vp());
    }

    @Override
    protected void leaveSipi(Block<AwareVcpu> code, int vp) {
        code.step("INIT and SIPI in vp" + vp + "'s local APIC",
                thread -> vp(vp).requests().initSipi(sender(thread).number()))
                .costs(VtlCosts.ACCESS);
        kick(code, vp);
    }

    private void request(Block<AwareVcpu> code, int vp) {
        StartFields fields = vcpus.get(vp).start();
        code.step("make the request of vp" + vp, any -> fields.request.raise())
                .costs(VtlCosts.ACCESS);
        kick(code, vp);
    }

    private void kick(Block<AwareVcpu> code, int vp) {
        StartFields fields = vcpus.get(vp).start();
        code.given(design() != VpStart.UNHEARD, heard -> heard
                .step("kick vp" + vp, any -> fields.kicked.raise()).costs(VtlCosts.KICK));
    }

    /** A vCPU that has not begun sleeps in KVM_RUN until it is kicked, and looks. */
    void begin(Block<AwareVcpu> code) {
        code.forever(wait -> {
            take(wait);
            wait.given(hasSipi, apic -> apic.step("INIT and SIPI? begins unless it is started",
                    vcpu -> partition().beginBySipi(vcpu.vp())).costs(VtlCosts.ACCESS));
            wait.when(vcpu -> vcpu.vp().requests().begun.isSet(), Block::leave);
            wait.await("sleeps until it is kicked", vcpu -> vcpu.start().kicked.isSet(),
                    vcpu -> vcpu.start().kicked.clear()).mayRest();
        });
    }

    /** The target's side, before the vCPU is entered for the first time, and each time. */
    void take(Block<AwareVcpu> code) {
        code.test("is a start requested?", AwareStart::isRequested, yes -> yes
                .step("BUG_ON: without the flag", this::asserts).costs(VtlCosts.ACCESS)
                .step("clear the flag", vcpu -> vcpu.start().flag.clear()).costs(VtlCosts.ACCESS)
                .step("read target_vtl, begin", this::begins).costs(VtlCosts.ACCESS))
                .costs(VtlCosts.ACCESS);
    }

    private static boolean isRequested(AwareVcpu vcpu) {
        boolean asked = vcpu.start().request.isSet();
        vcpu.start().request.clear();
        return asked;
    }

    private void asserts(AwareVcpu vcpu) {
        if (vcpu.start().flag.isClear()) {
            partition().note(Breach.HOST_FAULT);
        }
    }

    private void begins(AwareVcpu vcpu) {
        int vtl = vcpu.start().vtl.get();
        partition().begin(vcpu.vp(), vtl);
    }
}
