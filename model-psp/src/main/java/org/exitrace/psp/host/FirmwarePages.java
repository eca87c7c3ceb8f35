package org.exitrace.psp.host;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.RmpAnswer;

/** How the driver lends a page to the firmware while SNP is on, for who holds its mutex. */
final class FirmwarePages {

    private static final String LEND = "sev-dev.c rmp_mark_pages_firmware";
    private static final String RECLAIM = "sev-dev.c snp_reclaim_pages";

    private final Driver driver;

    FirmwarePages(Driver driver) {
        this.driver = driver;
    }

    /** The page becomes FIRMWARE. */
    Routine<HostThread> lend(int page) {
        return Routine.named("rmp_mark_pages_firmware", LEND, code -> code
                .step("RMPUPDATE: the page is the firmware's", thread -> answer(thread,
                        RmpInstructions.update(thread.machine,
                                RmpInstructions.Update.toFirmware(page))))
                .costs("cpu.rmp"));
    }

    /** SNP_PAGE_RECLAIM and RMPUPDATE; a page for which one of them fails is leaked. */
    Routine<HostThread> reclaim(int page) {
        return Routine.named("snp_reclaim_pages", RECLAIM, code -> code
                .call(driver.giveLocked(CommandId.SNP_PAGE_RECLAIM,
                        thread -> thread.mailbox.buffer.page.become(page)))
                .when(thread -> !thread.succeeded(), failed -> leak(failed, page))
                .step("RMPUPDATE: the page is the host's", thread -> answer(thread,
                        RmpInstructions.update(thread.machine,
                                RmpInstructions.Update.toHost(page))))
                .costs("cpu.rmp")
                .when(thread -> !thread.succeeded(), failed -> leak(failed, page)));
    }

    private static void leak(Block<HostThread> code, int page) {
        code.step("leak the page", thread -> thread.driver.kernel.leak(page))
                .costs("driver.access").done();
    }

    private static void answer(HostThread thread, RmpAnswer answer) {
        thread.result.become(answer.name());
    }
}
