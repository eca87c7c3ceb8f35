package org.exitrace.psp.host;

import org.exitrace.engine.routine.Block;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * The registers of the mailbox as the driver uses them for one command, one access a step. The
 * waiter is woken by the interrupt handler, or by its timer.
 */
final class Submission {

    /** With interrupts off, as in a panic. */
    static final Submission POLLING = new Submission(false);

    private final boolean timeouts;

    /** With a wait that may end before the answer, or may not. */
    Submission(boolean timeouts) {
        this.timeouts = timeouts;
    }

    /** Writes the registers for {@code command}, which lies in the staging page in use. */
    void submit(Block<HostThread> code, CommandId command) {
        code.step("write CmdBufAddr_Lo", thread ->
                        thread.mailbox.address.become(thread.driver.pageInUse()))
                .costs("driver.register")
                .pause("write CmdBufAddr_Hi").costs("driver.register")
                .step("int_rcvd = 0", thread -> thread.driver.intRcvd.clear())
                .costs("driver.access")
                .step("write CmdResp: " + command, thread -> ring(thread, command))
                .costs("driver.register");
    }

    private static void ring(HostThread thread, CommandId command) {
        if (thread.driver.pspDead.isSet()) {
            thread.driver.gaveToDead.raise();
        }
        if (thread.mailbox.ready.isClear()) {
            thread.driver.overlapped.raise();
        }
        thread.mailbox.command.become(command);
        thread.mailbox.ready.clear();
        thread.mailbox.doorbell.raise();
    }

    /** Waits; a timer that ends the wait makes {@code errno} the result, and the PSP dead. */
    void await(Block<HostThread> code, String errno) {
        await(code, errno, true);
    }

    /** The same inside another command, which was answered before: so this is never the first. */
    void awaitNested(Block<HostThread> code, String errno) {
        await(code, errno, false);
    }

    private void await(Block<HostThread> code, String errno, boolean first) {
        if (this == POLLING) {
            code.await("polls CmdResp: ready", thread -> thread.mailbox.ready.isSet())
                    .costs("driver.register");
            return;
        }
        if (!timeouts) {
            code.await("woken: int_rcvd", thread -> thread.driver.intRcvd.isSet())
                    .costs("driver.wake");
            return;
        }
        code.either("wait for int_rcvd", ends -> {
            ends.when("woken: int_rcvd", thread -> thread.driver.intRcvd.isSet(), thread -> { })
                    .costs("driver.wake");
            if (first) {
                ends.when("psp_probe_timeout ends", thread -> mayEnd(thread, false),
                                thread -> giveUp(thread, errno), Submission::die)
                        .after("driver.probe-timeout").costs("driver.wake");
            }
            ends.when("psp_cmd_timeout ends", thread -> mayEnd(thread, true),
                            thread -> giveUp(thread, errno), Submission::die)
                    .after("driver.cmd-timeout").costs("driver.wake");
        });
    }

    /** A timer ends a wait only where the interrupt has not ended it. */
    private static boolean mayEnd(HostThread thread, boolean longWait) {
        return thread.driver.intRcvd.isClear()
                && thread.driver.completedOnce.isSet() == longWait;
    }

    private static void giveUp(HostThread thread, String errno) {
        thread.result.become(errno);
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

    /** What the registers say is read and dead. */
    static void forget(HostThread thread) {
        thread.driver.intRcvd.clear();
        thread.mailbox.address.clear();
        thread.mailbox.command.clear();
        thread.mailbox.status.clear();
        thread.mailbox.buffer.clear();
    }
}
