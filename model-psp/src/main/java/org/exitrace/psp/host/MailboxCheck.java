package org.exitrace.psp.host;

import java.util.Arrays;
import java.util.Optional;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/**
 * What may become of any command on its way to the firmware's handler and back. Where two apply,
 * the caller is told the one that stands first: what goes wrong when the staging page is taken
 * back hides what the firmware answered.
 */
public enum MailboxCheck {

    /** A command timed out before: the PSP counts as dead. */
    PSP_DEAD(HostThread.EBUSY, "psp_dead?"),
    /** Both staging pages are in use. */
    NO_PAGE(HostThread.EBUSY, "copy the command to cmd_buf"),
    /** The staging page cannot be given to the firmware. */
    HAND_OVER(HostThread.EFAULT, "RMPUPDATE: cmd_buf is the firmware's"),
    /** No answer within the time for the first command. */
    PROBE_TIMEOUT(HostThread.ETIMEDOUT, "psp_probe_timeout ends"),
    /** No answer within the time for all others. */
    CMD_TIMEOUT(HostThread.ETIMEDOUT, "psp_cmd_timeout ends"),
    /** No staging page is left in which the first could be taken back. */
    NO_SECOND_PAGE(HostThread.EFAULT, "copy SNP_PAGE_RECLAIM to cmd_buf_backup"),
    /** SNP_PAGE_RECLAIM of the staging page is refused. */
    NOT_RECLAIMED(HostThread.EFAULT, "read CmdResp: reclaimed?"),
    /** Commands come from a ring. */
    RING_MODE(Status.RB_MODE_EXITED.name(), SecureProcessor.SEES),
    /** An update failed for good. */
    ONLY_UPDATE(Status.INVALID_COMMAND.name(), SecureProcessor.SEES),
    /** The firmware cannot write the command buffer back. */
    COPY_BACK(Status.FW_INTERNAL.name(), "writes the command buffer");

    private final String gives;
    private final String step;

    MailboxCheck(String gives, String step) {
        this.gives = gives;
        this.step = step;
    }

    /** As tables write it: {@code psp-dead}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What the caller is told. */
    public String gives() {
        return gives;
    }

    /** The check of that word. */
    public static Optional<MailboxCheck> of(String word) {
        return Arrays.stream(values()).filter(check -> check.word().equals(word)).findFirst();
    }

    /**
     * The check that is made in the step of that name; where one of several that are made in it
     * applies, the first of these.
     */
    public static Optional<MailboxCheck> in(String stepName, DriverState driver, Firmware fw) {
        return Arrays.stream(values()).filter(check -> stepName.endsWith(": " + check.step))
                .filter(check -> !check.step.equals(SecureProcessor.SEES)
                        || check.applies(driver, fw))
                .findFirst();
    }

    /** Whether it applies to the command that is being given. */
    public boolean applies(DriverState driver, Firmware fw) {
        boolean bothInUse =
                driver.cmdBufActive.isSet() && driver.cmdBufBackupActive.isSet();
        boolean hung = fw.settings.has(HostSetting.PSP_HUNG);
        boolean believesInSnp = driver.snpInitialized.isSet();
        return switch (this) {
            case PSP_DEAD -> driver.pspDead.isSet();
            case NO_PAGE -> bothInUse;
            case HAND_OVER -> believesInSnp && fw.platform.rmpInitialized.isClear();
            case PROBE_TIMEOUT -> hung && driver.completedOnce.isClear();
            case CMD_TIMEOUT -> hung && driver.completedOnce.isSet();
            case NO_SECOND_PAGE -> believesInSnp && bothInUse;
            case NOT_RECLAIMED -> believesInSnp && !fw.platform.snp.is(SnpState.INIT);
            case RING_MODE -> fw.platform.ring.isSet();
            case ONLY_UPDATE -> fw.platform.onlyUpdate.isSet();
            case COPY_BACK -> fw.settings.has(HostSetting.COPY_BACK_FAILS);
        };
    }
}
