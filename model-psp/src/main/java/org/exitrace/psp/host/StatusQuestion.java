package org.exitrace.psp.host;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.StatusIoctl;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;

/** How the driver asks for the status of SNP, which any state of SNP may answer. */
public final class StatusQuestion {

    private static final String SOURCE = "sev-dev.c sev_ioctl_do_snp_platform_status";

    private final Driver driver;
    private final FirmwarePages pages;
    private final SnpSequences snp;
    private final StatusIoctl how;

    /** That driver on a machine of that size, in that design. */
    public StatusQuestion(Driver driver, FirmwareBounds bounds, Design design) {
        this.driver = driver;
        this.pages = new FirmwarePages(driver);
        this.snp = new SnpSequences(driver, bounds, design);
        this.how = design.get(StatusIoctl.SWITCH);
    }

    /** Asks, with {@code page} for the answer. */
    public Routine<HostThread> ask(int page) {
        return Driver.underMutex("sev_ioctl_do_snp_platform_status", Routine.named(
                "sev_ioctl_do_snp_platform_status", SOURCE, code -> code
                        .local(thread -> thread.driver.keepsTrack.raise())
                        .test("snp_initialized?", thread -> thread.driver.snpInitialized.isSet(),
                                on -> askInitialised(on, page), off -> askOff(off, page))
                        .costs("driver.access")));
    }

    private void askOff(Block<HostThread> code, int page) {
        if (how != StatusIoctl.INITIALISES) {
            code.call(give(page));
            return;
        }
        code.call(snp.init()).when(thread -> !thread.succeeded(), failed -> failed.done());
        code.call(pages.lend(page)).call(give(page)).call(pages.reclaim(page))
                .when(thread -> !thread.succeeded(), early -> early
                        .step("returns early", thread -> thread.driver.kernel.leftOn.raise())
                        .costs("driver.access").done())
                .call(snp.shutdown());
    }

    private void askInitialised(Block<HostThread> code, int page) {
        code.call(pages.lend(page)).call(give(page)).call(pages.reclaim(page))
                .given(how == StatusIoctl.LEAKS_TWICE, twice -> twice
                        .when(thread -> !thread.succeeded(), failed -> failed
                                .step("leak the page once more",
                                        thread -> thread.driver.kernel.leak(page))
                                .costs("driver.access")));
    }

    private Routine<HostThread> give(int page) {
        return driver.giveLocked(CommandId.SNP_PLATFORM_STATUS,
                thread -> thread.mailbox.buffer.buffer.become(page));
    }
}
