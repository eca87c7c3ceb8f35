package org.exitrace.vtl.protocol.polling;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.Polling;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A vCPU that does not run, threads that wait for its events, and a device that has two. */
public final class PollingRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = switches();

    private PollingRoom() {
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(ProtocolRule.choices(
                ProtocolRule.QUEUED_BEFORE_LOOK, ProtocolRule.POLLED_ALONE));
        all.add(Polling.SWITCH);
        return List.copyOf(all);
    }

    /** A room with {@code waiters} threads that wait. */
    public static void furnish(ModelBuilder model, int levels, int waiters) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        Polling polling = model.design().get(Polling.SWITCH);
        PolledVcpu vcpu = new PolledVcpu(model.region("vcpu"), waiters);
        List<Waiter> all = new ArrayList<>();
        for (int i = 0; i < waiters; i++) {
            Waiter waiter = new Waiter(model.region("waiter" + i), vcpu, i);
            all.add(waiter);
            model.program("waiter" + i, waiter, Waiter.routine(polling, rules));
        }
        model.program("device", vcpu, Kick.device(polling));
        if (!rules.keep(ProtocolRule.POLLED_ALONE)) {
            model.program("vcpu", vcpu, Kick.runner());
        }
        promise(model, vcpu, all, polling);
    }

    private static void promise(
            ModelBuilder model, PolledVcpu vcpu, List<Waiter> waiters, Polling polling) {
        String lost = polling == Polling.INACTIVE ? "I-59" : "I-58";
        model.atRest(lost, "nobody sleeps while there is an event",
                () -> waiters.stream().noneMatch(Waiter::isForgotten))
                .because("the event comes when somebody happens to look")
                .from("docs/vtl.md " + lost);
        model.atRest("handled", "each event was handled", vcpu.event::isClear)
                .because("a guest that runs is not told").from("docs/vtl.md d.5");
        model.never("mode", "the guest runs and the vCPU's mode does not say so",
                () -> vcpu.inGuest.isSet() && !vcpu.mode.is(PolledVcpu.Mode.IN_GUEST))
                .because("whoever kicks the vCPU sends no IPI").from("docs/vtl.md d.5");
        model.reachable("woken", "somebody was on the queue and was woken", () ->
                !vcpu.asleep.isEmpty() && vcpu.asleep.get() != vcpu.queue.get());
    }
}
