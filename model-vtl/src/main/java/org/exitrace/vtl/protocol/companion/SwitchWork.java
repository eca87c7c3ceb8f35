package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.state.VtlCosts;

/**
 * What the two threads do to switch: one access to what the other may touch is one step.
 *
 * @param <R> what both threads are
 */
public final class SwitchWork<R extends SwitchThread<R>> implements Switches<R> {

    private static final String SOURCE = "docs/vtl.md d.6";

    private final ProtocolRules rules;

    /** Those steps, as {@code rules} keep them. */
    public SwitchWork(ProtocolRules rules) {
        this.rules = rules;
    }

    @Override
    public Routine<R> call() {
        return Routine.named("vtl_call", SOURCE, code -> {
            code.given(rules.keep(ProtocolRule.CALL_STOPS), stops -> stops
                    .step("1 stop0 = 1", lower -> lower.stop().raise())
                    .costs(VtlCosts.USER_ACCESS));
            ask(code, SwitchThread.CALL, "2 event_state |= CALL", "3 queues the upcall");
        });
    }

    @Override
    public Routine<R> event() {
        return Routine.named("event_cb", SOURCE, code -> {
            code.given(rules.keep(ProtocolRule.EVENT_STOPS_ITSELF), stops -> stops
                    .step("1 stop1 = 1", higher -> higher.stop().raise())
                    .costs(VtlCosts.USER_ACCESS));
            code.given(rules.keep(ProtocolRule.EVENT_LOOKS), looks -> looks
                    .test("2 event_state?", higher -> !higher.eventState().isEmpty(),
                            Block::done).costs(VtlCosts.USER_ACCESS));
            code.given(rules.keep(ProtocolRule.EVENT_STOPS_LOWER), stops -> stops
                    .step("3 stop0 = 1", higher -> higher.lower().stop().raise())
                    .costs(VtlCosts.USER_ACCESS));
            ask(code, SwitchThread.INT, "4 event_state |= INT", "5 queues the upcall, kicks");
        });
    }

    @Override
    public Routine<R> intercept() {
        return Routine.named("vtl_intercept", SOURCE, code -> {
            code.step("1 stop0 = 1", lower -> lower.stop().raise()).costs(VtlCosts.USER_ACCESS);
            ask(code, SwitchThread.INT, "2 event_state |= INT", "3 queues the upcall");
        });
    }

    private void ask(Block<R> code, int cause, String marks, String queues) {
        boolean first = rules.keep(ProtocolRule.MARKED_BEFORE_QUEUED);
        code.given(first, before -> mark(before, cause, marks));
        code.step(queues, some -> some.lower().queue(Work.UPCALL)).costs(VtlCosts.USER_ACCESS);
        code.given(!first, behind -> mark(behind, cause, marks));
    }

    private void mark(Block<R> code, int cause, String name) {
        boolean added = rules.keep(ProtocolRule.CAUSE_ADDED);
        code.step(name, some -> some.eventState().become(
                1L << cause | (added ? some.eventState().get() : 0))).costs(VtlCosts.USER_ACCESS);
    }

    @Override
    public Routine<R> upcall() {
        return Routine.named("upcall", SOURCE, code -> {
            code.given(rules.keep(ProtocolRule.UPCALL_LOOKS), looks -> looks
                    .test("1 handled?", lower -> lower.handled().isSet(), Block::done)
                    .costs(VtlCosts.USER_ACCESS));
            code.step("2 pulls VTL 0's registers", SwitchThread::pull).costs(VtlCosts.IOCTL);
            code.step("3 handled = 1", lower -> lower.handled().raise())
                    .costs(VtlCosts.USER_ACCESS);
            code.step("4 stop0 = 1", lower -> lower.stop().raise()).costs(VtlCosts.USER_ACCESS);
            code.step("5 queues the entry", lower -> lower.higher().queue(Work.ENTRY))
                    .costs(VtlCosts.USER_ACCESS);
        });
    }

    @Override
    public Routine<R> entry() {
        return Routine.named("entry", SOURCE, code -> {
            code.step("1 pulls VTL 1's registers, 2 saves private ones", SwitchThread::pull)
                    .costs(VtlCosts.IOCTL);
            code.step("3 copies all of VTL 0's", higher -> higher.copy(higher.lower()))
                    .costs(VtlCosts.USER_ACCESS);
            restorePrivate(code, "4 puts private ones back");
            code.step("5 writes the control block", SwitchThread::writeControlBlock)
                    .costs(VtlCosts.USER_ACCESS);
            code.step("6 runnable, pushes registers", SwitchThread::becomeRunnable)
                    .costs(VtlCosts.IOCTL);
            code.step("7 stop1 = 0", higher -> higher.stop().clear()).costs(VtlCosts.USER_ACCESS);
            if (rules.keep(ProtocolRule.ENTRY_FORGETS)) {
                code.step("8 event_state = 0", higher -> higher.eventState().clear())
                        .costs(VtlCosts.USER_ACCESS);
            }
            code.local(SwitchThread::isEntered);
        });
    }

    @Override
    public Routine<R> leave() {
        return Routine.named("vtl_return", SOURCE, code -> {
            code.step("1 stop1 = 1", higher -> {
                higher.stop().raise();
                higher.returns();
            }).costs(VtlCosts.USER_ACCESS);
            code.step("3 pulls VTL 1's registers", SwitchThread::pull).costs(VtlCosts.IOCTL);
            code.step("4 queues the downcall", higher ->
                    higher.lower().queue(Work.DOWNCALL)).costs(VtlCosts.USER_ACCESS);
        });
    }

    @Override
    public Routine<R> downcall() {
        return Routine.named("downcall", SOURCE, code -> {
            code.step("2 copies all of VTL 1's", lower -> lower.copy(lower.higher()))
                    .costs(VtlCosts.USER_ACCESS);
            restorePrivate(code, "3 puts private ones back");
            code.given(rules.keep(ProtocolRule.RAX_RESTORED), block -> block
                    .step("4 RAX and RCX from the control block",
                            SwitchThread::readControlBlock).costs(VtlCosts.USER_ACCESS));
            code.step("5 pushes registers", SwitchThread::push).costs(VtlCosts.IOCTL);
            boolean before = rules.keep(ProtocolRule.UNHANDLED_BEFORE_POLL);
            code.given(before, this::unhandle);
            code.step("8 queues the poll", lower -> lower.higher().queue(Work.POLL))
                    .costs(VtlCosts.USER_ACCESS);
            code.given(!before, this::unhandle);
        });
    }

    private void unhandle(Block<R> code) {
        code.step("6 handled = 0", lower -> lower.handled().clear()).costs(VtlCosts.USER_ACCESS);
        code.step("7 stop0 = 0", lower -> lower.stop().clear()).costs(VtlCosts.USER_ACCESS);
    }

    @Override
    public Routine<R> poll() {
        return Routine.named("poll", SOURCE, code -> {
            code.step("1 stop1 = 0", higher -> higher.stop().clear()).costs(VtlCosts.USER_ACCESS);
            code.step("2 waits for events from now on", SwitchThread::becomeInactive)
                    .costs(VtlCosts.IOCTL);
        });
    }

    private void restorePrivate(Block<R> code, String name) {
        code.given(rules.keep(ProtocolRule.PRIVATE_RESTORED), restored -> restored
                .step(name, SwitchThread::restorePrivate).costs(VtlCosts.USER_ACCESS));
    }
}
