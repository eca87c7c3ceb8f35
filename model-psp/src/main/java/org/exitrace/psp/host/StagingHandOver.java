package org.exitrace.psp.host;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.StagingPages;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.RmpAnswer;
import org.exitrace.psp.spec.Status;

/**
 * How the driver gives its staging page to the firmware for a command that is copied back, and how
 * it takes the page back: while SNP is on, as far as the driver knows. To take it back it gives
 * SNP_PAGE_RECLAIM in the other staging page. What it does where either fails is from memory: the
 * page stays in use for ever.
 */
final class StagingHandOver {

    private static final String SOURCE = "sev-dev.c snp_prep_cmd_buf, snp_reclaim_cmd_buf";

    private final Submission submission;

    /** Through those registers. */
    StagingHandOver(Submission submission) {
        this.submission = submission;
    }

    /** The page becomes FIRMWARE. */
    void give(Block<HostThread> code) {
        code.when(StagingHandOver::isNeeded, give -> give
                .test("RMPUPDATE: cmd_buf is the firmware's", thread -> !update(thread, true),
                        StagingHandOver::fail).costs("cpu.rmp"));
    }

    /** The page is the host's again. */
    void takeBack(Block<HostThread> code) {
        code.when(StagingHandOver::isNeeded, back -> back.call(reclaim())
                .when(thread -> thread.result.is(HostThread.EFAULT), Block::done));
    }

    private static boolean isNeeded(HostThread thread) {
        return thread.driver.snpInitialized.isSet();
    }

    private Routine<HostThread> reclaim() {
        return Routine.named("snp_reclaim_pages", SOURCE, code -> {
            code.test("copy SNP_PAGE_RECLAIM to cmd_buf_backup", thread -> !stage(thread),
                    StagingHandOver::fail).costs("driver.copy");
            submission.submit(code, CommandId.SNP_PAGE_RECLAIM);
            submission.awaitNested(code, HostThread.EFAULT);
            code.test("read CmdResp: reclaimed?", thread -> !isReclaimed(thread),
                            StagingHandOver::fail).costs("driver.register")
                    .test("RMPUPDATE: cmd_buf is the host's", thread -> !update(thread, false),
                            StagingHandOver::fail).costs("cpu.rmp");
        });
    }

    /** Whether there was a page left for the command. */
    private static boolean stage(HostThread thread) {
        StagingPages.Which given = thread.driver.pageInUse();
        if (!thread.driver.takePage()) {
            return false;
        }
        thread.mailbox.buffer.clear();
        thread.mailbox.buffer.page.become(thread.machine.pages.number(given));
        return true;
    }

    private static boolean isReclaimed(HostThread thread) {
        boolean reclaimed = thread.mailbox.status.is(Status.SUCCESS);
        Submission.forget(thread);
        thread.driver.releasePage();
        return reclaimed;
    }

    private static boolean update(HostThread thread, boolean firmwares) {
        return RmpInstructions.updateStaging(thread.machine, thread.driver.pageInUse(), firmwares)
                == RmpAnswer.SUCCESS;
    }

    private static void fail(Block<HostThread> code) {
        code.local(thread -> {
            thread.result.become(HostThread.EFAULT);
            thread.mailbox.staging.handle.clear();
            thread.mailbox.staging.answer.clear();
            Submission.forget(thread);
        }).done();
    }
}
