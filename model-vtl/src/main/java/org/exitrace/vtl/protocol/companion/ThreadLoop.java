package org.exitrace.vtl.protocol.companion;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Choices;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.companion.VtlThread.Place;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** The loops of both threads: work first, then KVM_RUN, unless the vCPU is stopped. */
final class ThreadLoop {

    private static final String SOURCE = "docs/vtl.md d.6";

    private final SwitchWork<VtlThread> switches;
    private final boolean asked;

    ThreadLoop(ProtocolRules rules) {
        switches = new SwitchWork<>(rules);
        asked = rules.keep(ProtocolRule.ABOVE_IS_ASKED);
    }

    Routine<VtlThread> ofLower() {
        return loop("VTL 0", List.of(code -> { }, code -> code.call(switches.upcall()),
                code -> { }, code -> code.call(switches.downcall())), this::lowerGuest);
    }

    Routine<VtlThread> ofHigher() {
        return loop("VTL 1", List.of(code -> { }, code -> { },
                code -> code.call(switches.entry()), code -> { },
                code -> code.call(switches.poll())), this::higherGuest);
    }

    private static Routine<VtlThread> loop(
            String name, List<Consumer<Block<VtlThread>>> works,
            Consumer<Choices<VtlThread>> guest) {
        return Routine.named(name, SOURCE, code -> code.forever(loop -> {
            loop.either("works or runs", ways -> {
                ways.when("takes work", thread -> !thread.queue.isEmpty(), thread -> {
                    thread.place.become(Place.WORK);
                    thread.work.become(thread.queue.take());
                }, work -> work.select(thread -> thread.work.get().ordinal(), works));
                ways.when("KVM_RUN", VtlThread::mayRun,
                        thread -> thread.place.become(Place.KVM_RUN),
                        run -> run.forever(inside -> inside.either("guest", guest).mayRest()));
                ways.when("sees the kick", thread ->
                        thread.kick.isSet() && thread.queue.isEmpty(), thread -> { });
            }).mayRest();
            loop.local(VtlThread::toLoop);
        }));
    }

    private void lowerGuest(Choices<VtlThread> ways) {
        ways.when("guest: an instruction", lower -> mayRetire(lower) && !lower.budget.is(0),
                lower -> {
                    lower.vp.note();
                    lower.instruction();
                });
        ways.when("guest: VTL call", lower -> mayRetire(lower) && lower.vp.called.isClear(),
                lower -> {
                    lower.vp.note();
                    lower.vp.called.raise();
                    lower.vp.calling.raise();
                    lower.place.become(Place.WORK);
                }, call -> call.call(switches.call()).leave());
        leaves(ways);
    }

    private boolean mayRetire(VtlThread lower) {
        return !asked || lower.vp.higher.irr.is(0);
    }

    private void higherGuest(Choices<VtlThread> ways) {
        ways.when("wakes for an event", higher ->
                        higher.inactive.isSet() && !higher.irr.is(0),
                higher -> higher.place.become(Place.WORK),
                event -> event.call(switches.event()).leave());
        ways.when("guest: takes its interrupt", higher ->
                higher.inactive.isClear() && !higher.irr.is(0), higher -> higher.irr.decrement());
        ways.when("guest: an instruction", higher ->
                higher.inactive.isClear() && !higher.budget.is(0), VtlThread::instruction);
        ways.when("guest: VTL return", higher -> higher.inactive.isClear() && higher.irr.is(0),
                higher -> higher.place.become(Place.WORK),
                back -> back.call(switches.leave()).leave());
        leaves(ways);
    }

    private static void leaves(Choices<VtlThread> ways) {
        ways.when("is kicked out", VtlThread::isWanted,
                thread -> thread.place.become(Place.LOOP), Block::leave);
    }
}
