package org.exitrace.vtl.host.aware;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.TimerOwner;
import org.exitrace.vtl.state.Synic;
import org.exitrace.vtl.state.SynicMessage;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Synthetic timers: the interrupt of a timer, and the message that the vCPU's thread writes. */
final class AwareTimers {

    private AwareTimers() {
    }

    /** One interrupt: KVM_REQ_HV_STIMER, and whoever executes leaves the guest. */
    static void expire(ModelBuilder model, List<AwareVcpu> vcpus) {
        TimerOwner owner = model.design().get(TimerOwner.SWITCH);
        for (AwareVcpu vcpu : vcpus) {
            for (Vtl vtl : vcpu.vp().vtls()) {
                String name = "stimer-vp" + vcpu.vp().number() + "-vtl" + vtl.number();
                model.on(model.actor(name), vcpu)
                        .step("stimer_timer_callback").when(any -> !vtl.synic().timer.isNone())
                        .then(any -> expires(any, vtl, owner));
            }
        }
    }

    private static void expires(AwareVcpu vcpu, Vtl vtl, TimerOwner owner) {
        Synic told = owner == TimerOwner.OWN ? vtl.synic() : vcpu.active().synic();
        vtl.synic().expires(told);
        if (AwareCalls.exits(vcpu)) {
            vcpu.active().kicked.raise();
        }
    }

    /** Before an entry: what has expired is told. */
    static void tell(Block<AwareVcpu> code, int vtls) {
        code.test("kvm_check_request(KVM_REQ_HV_STIMER)", AwareVcpu::isTimerExpired, yes -> {
            for (int i = 0; i < vtls; i++) {
                int vtl = i;
                yes.when(vcpu -> !vcpu.vp().vtl(vtl).synic().expired.isNone(), expired -> expired
                        .step("stimer_send_msg to vtl" + vtl,
                                vcpu -> send(vcpu, vcpu.vp().vtl(vtl)))
                        .costs(VtlCosts.ACCESS));
            }
        });
    }

    private static void send(AwareVcpu vcpu, Vtl vtl) {
        Synic synic = vtl.synic();
        synic.post(synic.expired.get(), SynicMessage.TIMER_EXPIRED, vtl.lapic);
        synic.expired.clear();
        vtl.requested();
        vcpu.request.raise();
    }
}
