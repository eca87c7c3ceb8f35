package org.exitrace.vtl.host.companion;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.companion.SwitchThread;
import org.exitrace.vtl.protocol.companion.Switches;
import org.exitrace.vtl.protocol.companion.Work;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A switch between more than two VTLs: QEMU's steps, of which each names the partner that the
 * switch chose. A thread says that its turn has come when it has been entered, and looks then who
 * has asked meanwhile; that thread alone gives the processor away. No source has it: it is ours.
 * Source: docs/vtl.md d.6, three levels.
 */
final class TurnSwitch implements Switches<VcpuThread> {

    private static final String SOURCE = "docs/vtl.md d.6 (reading)";

    @Override
    public Routine<VcpuThread> call() {
        return Routine.named("vtl_call", SOURCE, code -> {
            code.step("1 stop = 1", thread -> thread.stop().raise()).costs(VtlCosts.USER_ACCESS);
            asksItself(code, SwitchThread.CALL, "2 event_state |= CALL of the VTL above");
        });
    }

    @Override
    public Routine<VcpuThread> intercept() {
        return Routine.named("vtl_intercept", SOURCE, code -> {
            code.step("1 stop = 1", thread -> thread.stop().raise()).costs(VtlCosts.USER_ACCESS);
            asksItself(code, SwitchThread.INT, "2 event_state |= INT of the VTL to be told");
        });
    }

    private static void asksItself(Block<VcpuThread> code, int cause, String marks) {
        code.step(marks, thread -> thread.siblings().turn.mark(thread.partner.get(), cause))
                .costs(VtlCosts.USER_ACCESS)
                .step("3 queues the upcall", thread -> thread.queue(Work.UPCALL))
                .costs(VtlCosts.USER_ACCESS);
    }

    @Override
    public Routine<VcpuThread> event() {
        return Routine.named("event_cb", SOURCE, code -> code
                .step("1 stop = 1", thread -> thread.stop().raise()).costs(VtlCosts.USER_ACCESS)
                .test("2 event_state of its own?",
                        thread -> thread.siblings().turn.isMarked(thread.vtl().number()),
                        Block::done).costs(VtlCosts.USER_ACCESS)
                .step("3 event_state |= INT of its own", thread -> thread.siblings().turn.mark(
                        thread.vtl().number(), SwitchThread.INT)).costs(VtlCosts.USER_ACCESS)
                .test("4 is it the turn of a VTL below?",
                        thread -> thread.siblings().turn.findsBelow(thread), there -> there
                                .step("5 queues the upcall there, kicks", thread -> {
                                    other(thread).queue(Work.UPCALL);
                                    thread.partner.clear();
                                }).costs(VtlCosts.USER_ACCESS)).costs(VtlCosts.USER_ACCESS));
    }

    private static VcpuThread other(VcpuThread thread) {
        return thread.siblings().threads().get(thread.partner.get());
    }

    @Override
    public Routine<VcpuThread> upcall() {
        return Routine.named("upcall", SOURCE, code -> code
                .test("1 is it its turn?", thread -> thread.siblings().turn.isOf(thread),
                        yes -> { }, Block::done).costs(VtlCosts.USER_ACCESS)
                .test("2 event_state: who above asks?",
                        thread -> thread.siblings().turn.chooses(thread),
                        yes -> { }, Block::done).costs(VtlCosts.USER_ACCESS)
                .step("3 pulls its registers", VcpuThread::pull).costs(VtlCosts.IOCTL)
                .step("4 its turn is over", thread -> thread.siblings().turn.ends(thread))
                .costs(VtlCosts.USER_ACCESS)
                .step("5 stop = 1", thread -> thread.stop().raise()).costs(VtlCosts.USER_ACCESS)
                .step("6 queues the entry of that VTL", thread -> hands(thread, Work.ENTRY))
                .costs(VtlCosts.USER_ACCESS));
    }

    private static void hands(VcpuThread thread, Work work) {
        other(thread).queue(work);
        thread.partner.clear();
    }

    @Override
    public Routine<VcpuThread> entry() {
        return Routine.named("entry", SOURCE, code -> {
            takesOver(code, "left");
            code.step("5 writes the control block", VcpuThread::writeControlBlock)
                    .costs(VtlCosts.USER_ACCESS)
                    .step("6 runnable, pushes registers", VcpuThread::becomeRunnable)
                    .costs(VtlCosts.IOCTL);
            begins(code);
            comes(code);
        });
    }

    @Override
    public Routine<VcpuThread> leave() {
        return Routine.named("vtl_return", SOURCE, code -> code
                .step("1 stop = 1", thread -> {
                    thread.stop().raise();
                    thread.returns();
                }).costs(VtlCosts.USER_ACCESS)
                .step("2 its turn is over", thread -> thread.siblings().turn.ends(thread))
                .costs(VtlCosts.USER_ACCESS)
                .step("3 pulls its registers", VcpuThread::pull).costs(VtlCosts.IOCTL)
                .step("4 queues the downcall of the VTL below",
                        thread -> hands(thread, Work.DOWNCALL)).costs(VtlCosts.USER_ACCESS));
    }

    @Override
    public Routine<VcpuThread> downcall() {
        return Routine.named("downcall", SOURCE, code -> {
            takesOver(code, "that returned");
            code.step("5 RAX and RCX from that one's control block", VcpuThread::readControlBlock)
                    .costs(VtlCosts.USER_ACCESS)
                    .step("6 runnable, pushes registers", thread -> {
                        thread.inactive.clear();
                        thread.push();
                    }).costs(VtlCosts.IOCTL);
            begins(code);
            code.step("9 queues the poll of the VTL that returned",
                    thread -> thread.higher().queue(Work.POLL)).costs(VtlCosts.USER_ACCESS);
            comes(code);
        });
    }

    /** Its own registers are read again: who returns need not be whom it gave the processor to. */
    private static void takesOver(Block<VcpuThread> code, String other) {
        code.step("1 pulls its registers, 2 saves private ones", VcpuThread::pull)
                .costs(VtlCosts.IOCTL)
                .step("3 copies all of the VTL " + other, thread -> thread.copy(thread.lower()))
                .costs(VtlCosts.USER_ACCESS)
                .step("4 puts private ones back", VcpuThread::restorePrivate)
                .costs(VtlCosts.USER_ACCESS);
    }

    private static void begins(Block<VcpuThread> code) {
        code.step("7 stop = 0", thread -> thread.stop().clear()).costs(VtlCosts.USER_ACCESS)
                .when(thread -> thread.vtl().number() > 0, asked -> asked
                        .step("8 event_state of its own = 0", thread ->
                                thread.siblings().turn.forget(thread.vtl().number()))
                        .costs(VtlCosts.USER_ACCESS));
    }

    private static void comes(Block<VcpuThread> code) {
        code.step("10 its turn has come", thread -> thread.siblings().turn.comes(thread))
                .costs(VtlCosts.USER_ACCESS)
                .test("11 event_state: does a VTL above ask?",
                        thread -> thread.siblings().turn.isAskedAbove(thread), yes -> yes
                                .step("12 queues the upcall", thread -> thread.queue(Work.UPCALL))
                                .costs(VtlCosts.USER_ACCESS)).costs(VtlCosts.USER_ACCESS);
    }

    @Override
    public Routine<VcpuThread> poll() {
        return Routine.named("poll", SOURCE, code -> code
                .step("1 stop = 0", thread -> thread.stop().clear()).costs(VtlCosts.USER_ACCESS)
                .step("2 waits for events from now on", VcpuThread::becomeInactive)
                .costs(VtlCosts.IOCTL));
    }
}
