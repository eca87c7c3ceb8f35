package org.exitrace.psp.host;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.StagingPages;

/** What the mailbox and its driver promise. */
public final class MailboxPromises {

    private static final String DRIVER = "sev-dev.c; docs/sev-firmware.md f";

    private MailboxPromises() {
    }

    /** Declares the promises in {@code model}. */
    public static void declare(
            ModelBuilder model, Mailbox mailbox, DriverState driver, Firmware firmware) {
        DriverPromises.declare(model, driver, firmware);
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
        model.never("asid-given-twice", "KVM has given one ASID to two guests",
                driver.asids.givenTwice::isSet)
                .because("the firmware gives it to the first of them only, and the second does not"
                        + " start")
                .from("sev.c sev_asid_new; SEV firmware, c");
        model.never("one-command",
                "the driver gives a command while the firmware has not answered the last",
                driver.overlapped::isSet)
                .because("there is one command register").from("SEV firmware, h.8");
        model.never("dead-for-ever",
                "the driver gives a command after it has set psp_dead",
                driver.gaveToDead::isSet)
                .because("the firmware may still be busy with the one that timed out")
                .from("SEV firmware, h.8");
        declareStaging(model, mailbox, driver, firmware);
    }

    private static void declareStaging(
            ModelBuilder model, Mailbox mailbox, DriverState driver, Firmware firmware) {
        model.never("buffer-refused",
                "the firmware refuses a command for the page in which the driver gave it",
                driver.bufferRefused::isSet)
                .because("nobody but the driver can give the firmware that page")
                .from("SEV firmware, f.2");
        model.never("staging-page",
                "a staging page is the firmware's, and nobody waits for a command",
                () -> driver.commandMutex.isFree() && driver.kernel.ownsStaging()
                        && (firmware.staging.isAnyFirmware()
                                || !mailbox.address.is(StagingPages.Which.NONE)))
                .because("nobody takes it back, and the firmware may still write it")
                .from("SEV firmware, h.10");
    }
}
