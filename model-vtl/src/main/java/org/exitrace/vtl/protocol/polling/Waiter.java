package org.exitrace.vtl.protocol.polling;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.Polling;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.polling.PolledVcpu.Mode;

/** A thread of user space that waits for events of a vCPU, and lets the vCPU handle them. */
final class Waiter extends Region {

    private static final String SOURCE = "docs/vtl.md d.5";

    private final PolledVcpu vcpu;
    private final int index;
    /** It found something to do. */
    private final FlagCell ready = cells().flag("ready");

    Waiter(CellScope scope, PolledVcpu vcpu, int index) {
        super(scope);
        this.vcpu = vcpu;
        this.index = index;
    }

    /** Waits and handles for ever. */
    static Routine<Waiter> routine(Polling polling, ProtocolRules rules) {
        boolean queuedFirst = rules.keep(ProtocolRule.QUEUED_BEFORE_LOOK);
        boolean inside = polling == Polling.INACTIVE;
        boolean looks = !inside || rules.keep(ProtocolRule.PENDING_CHECKED);
        return Routine.named(inside ? "KVM_RUN" : "poll", SOURCE, code -> code.forever(loop -> {
            loop.given(inside, run -> run.lock("locks vcpu->mutex", it -> it.vcpu.mutex)
                    .mayRest());
            loop.given(polling == Polling.MODE, first -> first.step("mode = POLLING", it ->
                    it.vcpu.mode.become(Mode.POLLING)));
            loop.given(queuedFirst, Waiter::queue);
            loop.given(looks, look -> look.step("looks", it -> it.ready.become(
                    polling == Polling.KICKED
                            ? it.vcpu.kicked.isSet() : it.vcpu.event.isSet())));
            loop.given(!queuedFirst, Waiter::queue);
            loop.when(it -> it.ready.isClear(), idle -> idle
                    .step("sleeps", Waiter::sleep)
                    .await("is woken", it -> !it.vcpu.queue.has(it.index), it ->
                            it.vcpu.asleep.remove(it.index)).mayRest());
            loop.local(it -> it.ready.clear());
            loop.step("leaves the queue", it -> it.vcpu.queue.remove(it.index));
            loop.given(polling == Polling.MODE, first -> first.step("mode = OUTSIDE", it ->
                    it.vcpu.mode.become(Mode.OUTSIDE)));
            loop.given(!inside, run -> run.lock("locks vcpu->mutex", it -> it.vcpu.mutex)
                    .mayRest());
            handle(loop);
            loop.unlock("unlocks vcpu->mutex", it -> it.vcpu.mutex);
        }));
    }

    private static void queue(Block<Waiter> code) {
        code.step("joins the queue", it -> it.vcpu.queue.add(it.index));
    }

    private static void handle(Block<Waiter> code) {
        code.step("enters: mode = IN_GUEST, kicked = 0", it -> {
            it.vcpu.mode.become(Mode.IN_GUEST);
            it.vcpu.kicked.clear();
        });
        code.step("handles the event", it -> it.vcpu.event.clear());
        code.step("leaves: mode = OUTSIDE", it -> {
            it.vcpu.mode.become(Mode.OUTSIDE);
            it.vcpu.ipi.clear();
        });
    }

    private void sleep() {
        vcpu.asleep.add(index);
    }

    /** It sleeps in KVM_RUN, an event is there, and nobody will wake it. */
    boolean isForgotten() {
        return vcpu.asleep.has(index) && vcpu.queue.has(index) && vcpu.event.isSet();
    }
}
