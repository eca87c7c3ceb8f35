package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.spec.EntryReason;

/** What the two threads do to switch: one access to what the other may touch is one step. */
final class SwitchWork {

    private static final String SOURCE = "docs/vtl.md d.6";

    private final ProtocolRules rules;

    SwitchWork(ProtocolRules rules) {
        this.rules = rules;
    }

    /** Of VTL 0: it has executed a VTL call. */
    Routine<VtlThread> call() {
        return Routine.named("vtl_call", SOURCE, code -> {
            code.given(rules.keep(ProtocolRule.CALL_STOPS), stops -> stops
                    .step("1 stop0 = 1", lower -> lower.stop.raise()));
            ask(code, CompanionVp.CALL, "2 event_state |= CALL", "3 queues the upcall");
        });
    }

    /** Of VTL 1: it has left its wait because of an event. */
    Routine<VtlThread> event() {
        return Routine.named("event_cb", SOURCE, code -> {
            code.given(rules.keep(ProtocolRule.EVENT_STOPS_ITSELF), stops -> stops
                    .step("1 stop1 = 1", higher -> higher.stop.raise()));
            code.given(rules.keep(ProtocolRule.EVENT_LOOKS), looks -> looks
                    .test("2 event_state?", higher -> !higher.vp.eventState.isEmpty(),
                            Block::done));
            code.given(rules.keep(ProtocolRule.EVENT_STOPS_LOWER), stops -> stops
                    .step("3 stop0 = 1", higher -> higher.vp.lower.stop.raise()));
            ask(code, CompanionVp.INT, "4 event_state |= INT", "5 queues the upcall, kicks");
        });
    }

    private void ask(Block<VtlThread> code, int cause, String marks, String queues) {
        if (rules.keep(ProtocolRule.MARKED_BEFORE_QUEUED)) {
            code.step(marks, some -> some.vp.eventState.add(cause));
            code.step(queues, some -> some.vp.lower.queue.add(Work.UPCALL));
        } else {
            code.step(queues, some -> some.vp.lower.queue.add(Work.UPCALL));
            code.step(marks, some -> some.vp.eventState.add(cause));
        }
    }

    Routine<VtlThread> upcall() {
        return Routine.named("upcall", SOURCE, code -> {
            code.given(rules.keep(ProtocolRule.UPCALL_LOOKS), looks -> looks
                    .test("1 handled?", lower -> lower.vp.handled.isSet(), Block::done));
            code.step("2 pulls VTL 0's registers", VtlThread::pull);
            code.step("3 handled = 1", lower -> lower.vp.handled.raise());
            code.step("4 stop0 = 1", lower -> lower.stop.raise());
            code.step("5 queues the entry", lower -> lower.vp.higher.queue.add(Work.ENTRY));
        });
    }

    Routine<VtlThread> entry() {
        return Routine.named("entry", SOURCE, code -> {
            code.step("1 pulls VTL 1's registers, 2 saves private ones", VtlThread::pull);
            code.step("3 copies all of VTL 0's", higher -> copy(higher.vp.lower, higher));
            restorePrivate(code, "4 puts private ones back");
            code.step("5 writes the control block", SwitchWork::writeReason);
            code.step("6 runnable, pushes registers", higher -> {
                higher.inactive.clear();
                higher.push(higher.vp.lower);
            });
            code.step("7 stop1 = 0", higher -> higher.stop.clear());
            if (rules.keep(ProtocolRule.ENTRY_FORGETS)) {
                code.step("8 event_state = 0", higher -> higher.vp.eventState.clear());
            }
            code.local(higher -> higher.vp.entered.raise());
        });
    }

    /** Of VTL 1: it has executed a VTL return. */
    Routine<VtlThread> leave() {
        return Routine.named("vtl_return", SOURCE, code -> {
            code.step("1 stop1 = 1", higher -> {
                higher.stop.raise();
                higher.vp.entered.clear();
            });
            code.step("3 pulls VTL 1's registers", VtlThread::pull);
            code.step("4 queues the downcall", higher ->
                    higher.vp.lower.queue.add(Work.DOWNCALL));
        });
    }

    Routine<VtlThread> downcall() {
        return Routine.named("downcall", SOURCE, code -> {
            code.step("2 copies all of VTL 1's", lower -> copy(lower.vp.higher, lower));
            restorePrivate(code, "3 puts private ones back");
            code.step("5 pushes registers", lower -> lower.push(lower.vp.higher));
            boolean before = rules.keep(ProtocolRule.UNHANDLED_BEFORE_POLL);
            code.given(before, SwitchWork::unhandle);
            code.step("8 queues the poll", lower -> lower.vp.higher.queue.add(Work.POLL));
            code.given(!before, SwitchWork::unhandle);
        });
    }

    private static void unhandle(Block<VtlThread> code) {
        code.step("6 handled = 0", lower -> lower.vp.handled.clear());
        code.step("7 stop0 = 0", lower -> lower.stop.clear());
    }

    Routine<VtlThread> poll() {
        return Routine.named("poll", SOURCE, code -> {
            code.step("1 stop1 = 0", higher -> higher.stop.clear());
            code.step("2 waits for events from now on", higher -> higher.inactive.raise());
        });
    }

    private void restorePrivate(Block<VtlThread> code, String name) {
        code.given(rules.keep(ProtocolRule.PRIVATE_RESTORED), restored -> restored
                .step(name, some -> some.foreign.clear()));
    }

    private static void copy(VtlThread from, VtlThread to) {
        to.env.become(from.env.get());
        to.foreign.raise();
    }

    private static void writeReason(VtlThread higher) {
        CompanionVp vp = higher.vp;
        EntryReason told = vp.eventState.has(CompanionVp.CALL)
                ? EntryReason.VTL_CALL : EntryReason.INTERRUPT;
        vp.reason.become(told);
        if (vp.calling.testAndClear() != (told == EntryReason.VTL_CALL)) {
            vp.wrongReason.raise();
        }
    }
}
