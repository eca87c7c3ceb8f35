package org.exitrace.psp.host;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * How the driver gives one command: under its mutex, through one staging page, one register access
 * a step. The waiter is woken by the interrupt handler, or by its timer.
 */
public final class Driver {

    private static final String SOURCE = "sev-dev.c __sev_do_cmd_locked, sev_do_cmd";

    private final boolean timeouts;
    private final boolean polls;

    /** A driver whose wait may end before the answer, or may not. */
    public Driver(boolean timeouts) {
        this(timeouts, false);
    }

    private Driver(boolean timeouts, boolean polls) {
        this.timeouts = timeouts;
        this.polls = polls;
    }

    /** The same driver with interrupts off: it polls, and its time does not end. */
    Driver inPanic() {
        return new Driver(false, true);
    }

    /** Whether interrupts are off. */
    boolean isInPanic() {
        return polls;
    }

    /** Gives {@code command} with the arguments that {@code fill} writes. */
    public Routine<HostThread> give(CommandId command, Consumer<HostThread> fill) {
        return underMutex("sev_do_cmd", giveLocked(command, fill));
    }

    /** Does {@code all}, which gives commands, without letting anybody else's between. */
    static Routine<HostThread> underMutex(String name, Routine<HostThread> all) {
        return Routine.named(name, SOURCE, code -> code
                .lock("lock sev_cmd_mutex", thread -> thread.driver.commandMutex)
                .costs("driver.access")
                .call(all)
                .unlock("unlock sev_cmd_mutex", thread -> thread.driver.commandMutex)
                .costs("driver.access"));
    }

    /** The same for who holds the mutex. */
    Routine<HostThread> giveLocked(CommandId command, Consumer<HostThread> fill) {
        return Routine.named("__sev_do_cmd_locked", SOURCE, code -> {
            code.test("psp_dead?", thread -> thread.driver.pspDead.isSet(),
                            dead -> dead.local(thread -> thread.result.become(HostThread.EBUSY))
                                    .done()).costs("driver.access")
                    .step("copy the command to cmd_buf", thread -> {
                        thread.mailbox.buffer.id.become(command);
                        fill.accept(thread);
                    }).costs("driver.copy");
            submit(code, command);
            awaitAnswer(code);
            code.step("read CmdResp", thread ->
                            thread.result.become(thread.mailbox.status.get().name()))
                    .costs("driver.register")
                    .step("copy cmd_buf back", Driver::takeAnswer).costs("driver.copy");
        });
    }

    private static void submit(Block<HostThread> code, CommandId command) {
        code.step("write CmdBufAddr_Lo", thread -> thread.mailbox.addressSet.raise())
                .costs("driver.register")
                .pause("write CmdBufAddr_Hi").costs("driver.register")
                .step("int_rcvd = 0", thread -> thread.driver.intRcvd.clear())
                .costs("driver.access")
                .step("write CmdResp: " + command, Driver::ring).costs("driver.register");
    }

    private static void ring(HostThread thread) {
        if (thread.driver.pspDead.isSet()) {
            thread.driver.gaveToDead.raise();
        }
        if (thread.mailbox.ready.isClear()) {
            thread.driver.overlapped.raise();
        }
        thread.mailbox.ready.clear();
        thread.mailbox.doorbell.raise();
    }

    private void awaitAnswer(Block<HostThread> code) {
        if (polls) {
            code.await("polls CmdResp: ready", thread -> thread.mailbox.ready.isSet())
                    .costs("driver.register");
            return;
        }
        if (!timeouts) {
            code.await("woken: int_rcvd", thread -> thread.driver.intRcvd.isSet())
                    .costs("driver.wake");
            return;
        }
        code.either("wait for int_rcvd", ends -> ends
                .when("woken: int_rcvd", thread -> thread.driver.intRcvd.isSet(), thread -> { })
                .costs("driver.wake")
                .when("psp_probe_timeout ends", thread -> mayEnd(thread, false), Driver::giveUp,
                        Driver::die)
                .after("driver.probe-timeout").costs("driver.wake")
                .when("psp_cmd_timeout ends", thread -> mayEnd(thread, true), Driver::giveUp,
                        Driver::die)
                .after("driver.cmd-timeout").costs("driver.wake"));
    }

    /** A timer ends a wait only where the interrupt has not ended it. */
    private static boolean mayEnd(HostThread thread, boolean longWait) {
        return thread.driver.intRcvd.isClear()
                && thread.driver.completedOnce.isSet() == longWait;
    }

    private static void giveUp(HostThread thread) {
        thread.result.become(HostThread.ETIMEDOUT);
        if (thread.mailbox.ready.isClear()) {
            thread.driver.givenUp.raise();
        } else if (thread.mailbox.status.is(Status.SUCCESS)) {
            thread.driver.lateSuccess.raise();
        }
    }

    private static void die(Block<HostThread> code) {
        code.step("psp_dead = true", thread -> thread.driver.pspDead.raise())
                .costs("driver.access").done();
    }

    private static void takeAnswer(HostThread thread) {
        if (thread.mailbox.handle.get() != 0) {
            thread.mine.become(thread.mailbox.handle.get());
        }
        thread.answer.become(thread.mailbox.answer.get());
        thread.driver.completedOnce.raise();
        thread.driver.intRcvd.clear();
        thread.mailbox.forget();
    }
}
