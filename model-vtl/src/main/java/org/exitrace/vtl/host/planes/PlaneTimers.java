package org.exitrace.vtl.host.planes;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.TimerHome;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.Deliver;
import org.exitrace.vtl.protocol.planes.Delivery;
import org.exitrace.vtl.state.Vtl;

/**
 * Timers of planes. That of a plane's vCPU makes a request of that vCPU and kicks it; no step of
 * d.7 tells whoever runs another plane (docs/vtl.md d.2, reading). One of user space delivers the
 * vector as anybody does.
 */
final class PlaneTimers {

    private final ProtocolRules rules;

    PlaneTimers(ProtocolRules rules) {
        this.rules = rules;
    }

    Timers furnish(HostSite site, List<PlaneVcpu> vcpus) {
        ModelBuilder model = site.model();
        Timers timers = new Timers(site);
        if (model.design().get(TimerHome.SWITCH) == TimerHome.VCPU) {
            timers.interrupts(Vtl::kick);
            return timers;
        }
        for (PlaneVcpu vcpu : vcpus) {
            for (Vtl vtl : vcpu.vp().vtls()) {
                String name = "stimer[" + vcpu.vp().number() + "][" + vtl.number() + "]";
                timers.userSpace(vtl, timer -> new Sender(model.region(
                        timer == 0 ? name : name + "[" + timer + "]"), vcpu), this::request);
            }
        }
        return timers;
    }

    private void request(Block<Sender> code, Vtl told, Consumer<Sender> effect) {
        code.local(sender -> sender.delivery.begin(told.number()));
        new Deliver<Sender>(rules, sender -> sender.delivery, sender -> {
            told.isSentTo();
            effect.accept(sender);
        }).steps(code);
        code.local(sender -> told.wasSentTo());
    }

    /** A thread of user space with a delivery of its own. */
    private static final class Sender extends Region {

        private final Delivery delivery;

        Sender(CellScope scope, PlaneVcpu vcpu) {
            super(scope);
            delivery = new Delivery(scope.in("delivery"), vcpu.notice());
        }
    }
}
