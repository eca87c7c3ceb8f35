package org.exitrace.psp.host;

import org.exitrace.engine.model.ModelBuilder;

/** What the mailbox and its driver promise. */
public final class MailboxPromises {

    private static final String DRIVER = "sev-dev.c; docs/sev-firmware.md f";

    private MailboxPromises() {
    }

    /** Declares the promises in {@code model}. */
    public static void declare(ModelBuilder model, Mailbox mailbox, DriverState driver) {
        model.never("late-write",
                "the firmware writes memory for a command that the driver has given up",
                driver.lateWrite::isSet)
                .because("nobody keeps that memory for it any more").from(DRIVER);
        model.never("late-success",
                "a command succeeds that the driver has reported as timed out",
                driver.lateSuccess::isSet)
                .because("the caller believes that nothing was done, and leaks what was made")
                .from(DRIVER);
        model.never("flush-fails",
                "sev_flush_asids is told that a core owes a WBINVD, though it had all execute it",
                driver.flushFailed::isSet)
                .because("a DEACTIVATE came between WBINVD and DF_FLUSH; no ASID is recycled")
                .from("sev.c sev_flush_asids; docs/sev-firmware.md c");
        model.always("one-command",
                "a doorbell rings only while the PSP's last answer was taken",
                () -> !mailbox.doorbell.isSet() || mailbox.ready.isClear())
                .because("there is one command register").from("docs/sev-firmware.md h.8");
    }
}
