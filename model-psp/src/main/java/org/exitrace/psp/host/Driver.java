package org.exitrace.psp.host;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * How the driver gives one command: under its mutex, in a staging page that is the firmware's
 * meanwhile where the firmware writes it, through registers.
 */
public final class Driver {

    private static final String SOURCE = "sev-dev.c __sev_do_cmd_locked, sev_do_cmd";

    private final boolean handsOver;
    private final Submission submission;
    private final StagingHandOver staging;

    /**
     * A driver.
     *
     * @param timeouts whether its wait may end before the answer
     * @param handsOver whether it gives staging pages to the firmware while SNP is on
     */
    public Driver(boolean timeouts, boolean handsOver) {
        this(new Submission(timeouts), handsOver);
    }

    private Driver(Submission submission, boolean handsOver) {
        this.handsOver = handsOver;
        this.submission = submission;
        staging = new StagingHandOver(submission);
    }

    /** The same driver with interrupts off: it polls, and its time does not end. */
    Driver inPanic() {
        return new Driver(Submission.POLLING, handsOver);
    }

    /** Whether interrupts are off. */
    boolean isInPanic() {
        return submission == Submission.POLLING;
    }

    /** Gives {@code command} with the arguments that {@code fill} writes. */
    public Routine<HostThread> give(CommandId command, Consumer<HostThread> fill) {
        return give(command, fill, true);
    }

    /** The same where the staging page is perhaps not given to the firmware, as it should be. */
    public Routine<HostThread> give(
            CommandId command, Consumer<HostThread> fill, boolean withPage) {
        return underMutex("sev_do_cmd", Routine.named("sev_do_cmd", SOURCE, code -> code
                .call(giveLocked(command, fill, withPage))
                .local(thread -> noteSnp(thread, command))));
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
        return giveLocked(command, fill, true);
    }

    private Routine<HostThread> giveLocked(
            CommandId command, Consumer<HostThread> fill, boolean withPage) {
        boolean gives = handsOver && withPage && command.isCopiedBack();
        return Routine.named("__sev_do_cmd_locked", SOURCE, code -> {
            code.test("psp_dead?", thread -> thread.driver.pspDead.isSet(),
                            dead -> dead.local(thread -> thread.result.become(HostThread.EBUSY))
                                    .done()).costs("driver.access")
                    .test("copy the command to cmd_buf", thread -> !thread.driver.takePage(),
                            busy -> busy.local(thread -> thread.result.become(HostThread.EBUSY))
                                    .done()).costs("driver.copy")
                    .local(fill)
                    .given(gives, staging::give);
            submission.submit(code, command);
            submission.await(code, HostThread.ETIMEDOUT);
            code.step("read CmdResp", Driver::readStatus).costs("driver.register")
                    .given(gives, staging::takeBack)
                    .step("copy cmd_buf back", Driver::takeAnswer).costs("driver.copy");
            KeyFile.write(code, command);
        });
    }

    private static void readStatus(HostThread thread) {
        thread.result.become(thread.mailbox.status.get().name());
        thread.driver.completedOnce.raise();
        if (thread.mailbox.status.is(Status.COMMAND_BUFFER_PAGE_STATE)) {
            thread.driver.bufferRefused.raise();
        }
    }

    private static void takeAnswer(HostThread thread) {
        if (thread.mailbox.staging.handle.get() != 0) {
            thread.mine.become(thread.mailbox.staging.handle.get());
        }
        thread.answer.become(thread.mailbox.staging.answer.get());
        thread.mailbox.staging.handle.clear();
        thread.mailbox.staging.answer.clear();
        thread.driver.releasePage();
        Submission.forget(thread);
    }

    /** Whoever gives these commands by themselves tells the driver what became of SNP. */
    private static void noteSnp(HostThread thread, CommandId command) {
        if (thread.succeeded()) {
            switch (command) {
                case SNP_INIT, SNP_INIT_EX -> thread.driver.snpInitialized.raise();
                case SNP_SHUTDOWN, SNP_SHUTDOWN_EX -> thread.driver.snpInitialized.clear();
                default -> {
                    // No other command changes it.
                }
            }
        }
    }
}
