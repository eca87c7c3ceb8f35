package org.exitrace.psp.host;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.RwSemCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.StagingPages;

/** What the drivers of the host keep: {@code sev-dev.c}, and KVM's lock for ASIDs. */
public final class DriverState extends Region {

    /** {@code sev_cmd_mutex}: one command at a time. */
    public final MutexCell commandMutex = new MutexCell(cells(), "sev_cmd_mutex");
    /** {@code cmd_buf_active}: a command is in {@code cmd_buf}. */
    public final FlagCell cmdBufActive = cells().flag("cmd_buf_active");
    /** {@code cmd_buf_backup_active}: one is in {@code cmd_buf_backup}, on the way of another. */
    public final FlagCell cmdBufBackupActive = cells().flag("cmd_buf_backup_active");
    /** {@code psp_dead}: a command timed out, none is given any more. */
    public final FlagCell pspDead = cells().flag("psp_dead");
    /** {@code int_rcvd}: the interrupt handler saw the answer. */
    public final FlagCell intRcvd = cells().flag("int_rcvd");
    /** A command was completed, so that {@code psp_timeout} is the long one. */
    public final FlagCell completedOnce = cells().flag("psp_timeout.long");
    /** The driver's own idea of the platform: it was initialised. */
    public final FlagCell initialized = cells().flag("sev_plat_status.init");
    /** The driver's own idea of SNP: it was initialised. */
    public final FlagCell snpInitialized = cells().flag("snp_initialized");
    /** {@code sev_es_tmr_size}: how much memory for encrypted state INIT gets, in MiB. */
    public final CountCell esMemory = cells().count("sev_es_tmr_size", 2).initially(1);
    /** KVM's {@code sev_deactivate_lock}. */
    public final RwSemCell deactivateLock = new RwSemCell(cells(), "sev_deactivate_lock");
    /** The kernel in which the driver runs. */
    public final Kernel kernel = new Kernel(cells().in("kernel"));
    /** The attribute {@code verify_mitigation}. */
    public final SysfsAttribute attribute = new SysfsAttribute(cells().in("verify_mitigation"));
    /** Where the platform's keys are kept if INIT_EX names memory for them. */
    public final KeyFile keyFile = new KeyFile(cells().in("init_ex_path"));
    /** A command was given up and the firmware has not ended it. */
    public final FlagCell givenUp = ghost().flag("given_up");
    /** The firmware wrote memory for a command that was given up. */
    public final FlagCell lateWrite = ghost().flag("late_write");
    /** The firmware succeeded with a command that was given up. */
    public final FlagCell lateSuccess = ghost().flag("late_success");
    /** The driver wrote the command register while the last command was not answered. */
    public final FlagCell overlapped = ghost().flag("overlapped");
    /** The driver wrote the command register after it had set {@code psp_dead}. */
    public final FlagCell gaveToDead = ghost().flag("gave_to_dead");
    /** The firmware refused a command for the staging page in which it lay. */
    public final FlagCell bufferRefused = ghost().flag("buffer_refused");
    /** The driver's INIT or SNP_INIT was refused for what the driver itself had done. */
    public final FlagCell initRefused = ghost().flag("init_refused");
    /** The driver keeps track: nobody else gives the commands that change the platform. */
    public final FlagCell keepsTrack = ghost().flag("keeps_track");
    /** A flush of ASIDs failed because a core owed a WBINVD. */
    public final FlagCell flushFailed = ghost().flag("flush_failed");

    /** What KVM keeps of ASIDs. */
    public final AsidBitmaps asids;
    /** KVM's virtual CPUs; null in a machine without pages. */
    final Kvm kvm;

    /** Declares it in {@code scope}, for a machine of that size. */
    public DriverState(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        asids = new AsidBitmaps(cells().in("kvm"), bounds);
        kvm = bounds.pages() > 0 ? new Kvm(cells().in("kvm"), bounds) : null;
    }

    /** Another kernel's driver begins, which knows nothing of what this one did. */
    void forget() {
        commandMutex.forget();
        cmdBufActive.clear();
        cmdBufBackupActive.clear();
        deactivateLock.forget();
        asids.forget();
        if (kvm != null) {
            kvm.forget();
        }
        pspDead.clear();
        intRcvd.clear();
        completedOnce.clear();
        initialized.clear();
        snpInitialized.clear();
        esMemory.become(1);
        keyFile.inUse.clear();
        keepsTrack.clear();
        attribute.there.clear();
        kernel.notifier.clear();
        kernel.rcuReader.clear();
    }

    /** Takes a staging page in which no command is; false where there is none. */
    boolean takePage() {
        FlagCell first = cmdBufActive.isClear() ? cmdBufActive : cmdBufBackupActive;
        boolean free = first.isClear();
        first.raise();
        return free;
    }

    /** The staging page that was taken last. */
    StagingPages.Which pageInUse() {
        if (cmdBufBackupActive.isSet()) {
            return StagingPages.Which.CMD_BUF_BACKUP;
        }
        return cmdBufActive.isSet() ? StagingPages.Which.CMD_BUF : StagingPages.Which.NONE;
    }

    /** The command in the page that was taken last is over. */
    void releasePage() {
        (cmdBufBackupActive.isSet() ? cmdBufBackupActive : cmdBufActive).clear();
    }
}
