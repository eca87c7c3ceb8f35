package org.exitrace.vtl.protocol.polling;

import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.design.Polling;
import org.exitrace.vtl.protocol.polling.PolledVcpu.Mode;

/** Those who act beside the waiters: a device with events, and the vCPU's own thread. */
final class Kick {

    private static final String SOURCE = "docs/vtl.md d.5";

    private Kick() {
    }

    /** Each event is written, and told to whoever must hear of it. */
    static Routine<PolledVcpu> device(Polling polling) {
        return Routine.named("make_request", SOURCE, code -> code
                .repeat(PolledVcpu.EVENTS, vcpu -> vcpu.sent, once -> {
                    once.step("event", vcpu -> vcpu.event.raise());
                    once.given(polling == Polling.KICKED, second -> second
                            .test("kicked: 0 to 1?", vcpu -> !vcpu.kicked.testAndSet(), won ->
                                    won.step("wakes the queue", PolledVcpu::wakeAll)));
                    once.given(polling == Polling.INACTIVE, third -> third
                            .step("wakes the queue", PolledVcpu::wakeAll));
                    once.step("reads the mode", vcpu -> vcpu.seen.become(vcpu.mode.get()));
                    once.when(vcpu -> vcpu.seen.is(Mode.POLLING), polled -> polled
                            .local(vcpu -> vcpu.seen.clear())
                            .step("wakes the queue", PolledVcpu::wakeAll));
                    once.when(vcpu -> vcpu.seen.is(Mode.IN_GUEST), running -> running
                            .local(vcpu -> vcpu.seen.clear())
                            .step("sends an IPI", vcpu -> vcpu.ipi.raise()));
                }));
    }

    /** KVM_RUN on the vCPU's own thread, until an IPI. */
    static Routine<PolledVcpu> runner() {
        return Routine.named("KVM_RUN", SOURCE, code -> {
            code.lock("locks vcpu->mutex", vcpu -> vcpu.mutex).mayRest();
            code.step("enters: mode = IN_GUEST, kicked = 0", vcpu -> {
                vcpu.mode.become(Mode.IN_GUEST);
                vcpu.kicked.clear();
                vcpu.inGuest.raise();
            });
            code.test("an event?", vcpu -> vcpu.event.isSet(), yes -> { }, no -> no
                    .await("guest runs until an IPI", vcpu -> vcpu.ipi.isSet()).mayRest());
            code.step("leaves: mode = OUTSIDE", vcpu -> {
                vcpu.mode.become(Mode.OUTSIDE);
                vcpu.inGuest.clear();
                vcpu.ipi.clear();
            });
            code.step("handles the event", vcpu -> vcpu.event.clear());
            code.unlock("unlocks vcpu->mutex", vcpu -> vcpu.mutex);
        });
    }
}
