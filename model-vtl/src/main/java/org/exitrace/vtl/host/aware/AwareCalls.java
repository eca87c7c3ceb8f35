package org.exitrace.vtl.host.aware;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.GetRegister;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.call.SendIpi;
import org.exitrace.vtl.call.SetRegister;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.aware.AwareVcpu.Mode;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlResults;

/** Hypercalls, answered in the thread of the vCPU that makes them. */
final class AwareCalls {

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
        site.calls().select(code, vcpu -> vcpu.active().call.get() - 1, this::answer);
        code.local(vcpu -> {
            vcpu.active().call.clear();
            vcpu.active().exit.clear();
        });
    }

    private void answer(Block<AwareVcpu> code, HvCall call) {
        if (call instanceof GetRegister get) {
            underContext(code, get.vtl(), "read " + get.register().word(),
                    vcpu -> vcpu.active().result.become(Integer.toString(
                            vcpu.vp().vtl(get.vtl()).register(get.register()).get())));
        } else if (call instanceof SetRegister set) {
            underContext(code, set.vtl(), "write " + set.register().word(), vcpu -> {
                vcpu.vp().vtl(set.vtl()).register(set.register()).become(set.value());
                vcpu.active().result.become(VtlResults.SUCCESS);
            });
        } else if (call instanceof SendIpi send) {
            deliver(code, send);
        }
    }

    private void underContext(Block<AwareVcpu> code, int vtl, String name,
            Consumer<AwareVcpu> access) {
        code.when(vcpu -> vcpu.vp().active.get() < vtl,
                denied -> denied.local(vcpu -> vcpu.active().result.become(
                        VtlResults.ACCESS_DENIED)),
                allowed -> contexts.underLock(
                        allowed, vcpu -> vcpu.vp().vtl(vtl), name, access));
    }

    /** The bit in IRR, the request, the mode, the interrupt: the order of KVM. */
    private void deliver(Block<AwareVcpu> code, SendIpi send) {
        AwareVcpu target = vcpus.get(send.vp());
        Vtl vtl = target.vp().vtl(send.vtl());
        code.step("IRR of vp" + send.vp() + " vtl" + send.vtl(),
                        vcpu -> vtl.lapic.irr.add(send.vector())).costs(VtlCosts.ACCESS)
                .step("make KVM_REQ_EVENT", vcpu -> target.request.raise())
                .costs(VtlCosts.ACCESS)
                .test("kvm_vcpu_kick: IN_GUEST_MODE?", vcpu -> exits(target), yes -> yes
                        .step("send the interrupt", vcpu -> interrupt(target))
                        .costs(VtlCosts.ACCESS))
                .local(vcpu -> {
                    vcpu.active().result.become(VtlResults.SUCCESS);
                    vtl.requested();
                });
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
