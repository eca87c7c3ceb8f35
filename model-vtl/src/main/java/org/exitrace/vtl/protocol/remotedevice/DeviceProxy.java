package org.exitrace.vtl.protocol.remotedevice;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** What stands for the device in the VMM: it knows accesses by numbers, which it gives anew. */
final class DeviceProxy extends Region {

    private static final String SOURCE = "docs/vtl.md f.10";

    private final MutexCell lock;
    private final RemoteDevice device;
    /** Accesses that wait for their answer. */
    private final BitsCell inFlight;
    /** An answer came for an access that it does not know. */
    final FlagCell unknown = cells().flag("unknown");
    /** An access of the next life got an answer of the last. */
    final FlagCell stale = cells().flag("stale");
    /** The access of the next life has its answer. */
    final FlagCell answered = cells().flag("answered");

    DeviceProxy(CellScope scope, RemoteDevice device, int accesses) {
        super(scope);
        this.device = device;
        lock = new MutexCell(scope, "lock");
        inFlight = cells().bits("in_flight", accesses);
    }

    /** Accesses of the last life, a reset, and one access of the next. */
    static Routine<DeviceProxy> life(ProtocolRules rules, int accesses) {
        boolean last = rules.keep(ProtocolRule.CLEARED_LAST);
        return Routine.named("vmm", SOURCE, code -> {
            for (int i = 0; i < accesses; i++) {
                code.call(access(i));
            }
            code.lock("lock the device", it -> it.lock)
                    .given(!last, first -> first.step(
                            "forgets the accesses", it -> it.inFlight.clear()))
                    .step("asks for the reset", it -> it.device.resetAsked.raise())
                    .await("the reset is confirmed", it -> it.device.confirmed.isSet())
                    .given(last, then -> then.step(
                            "forgets the accesses", it -> it.inFlight.clear()))
                    .given(rules.keep(ProtocolRule.ANSWERS_DRAINED), drains -> drains.step(
                            "throws answers away that have come", it -> it.device.drain()))
                    .unlock("unlock the device", it -> it.lock)
                    .call(access(0));
        });
    }

    private static Routine<DeviceProxy> access(int number) {
        return Routine.named("access " + number, SOURCE, code -> code
                .lock("lock the device", it -> it.lock)
                .step("keeps it", it -> it.inFlight.add(number))
                .step("sends it", it -> it.device.requests.add(number))
                .unlock("unlock the device", it -> it.lock));
    }

    /** Whoever polls the device: a reset keeps it out. */
    static Routine<DeviceProxy> poll(int accesses) {
        return Routine.named("poll", SOURCE, code -> code.forever(loop -> {
            loop.await("there is an answer, and the device is free",
                    it -> !it.device.answers.isEmpty() && it.lock.isFree(),
                    DeviceProxy::takeAnswer).mayRest();
        }));
    }

    /** Under the device's lock. */
    private void takeAnswer() {
        int number = Long.numberOfTrailingZeros(device.answers.get());
        boolean late = device.takesLate(number);
        if (!inFlight.has(number)) {
            unknown.raise();
        } else if (late) {
            stale.raise();
        }
        inFlight.remove(number);
        if (device.confirmed.isSet() && !late) {
            answered.raise();
        }
    }
}
