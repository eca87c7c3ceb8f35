package org.exitrace.psp.host;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.InitOrder;
import org.exitrace.psp.design.InitRetry;
import org.exitrace.psp.design.KdumpInit;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * How the driver initialises the platform and shuts it down: whole sequences under its mutex. Its
 * own idea of the platform follows success only.
 */
public final class PlatformSequences {

    private static final String INIT = "sev-dev.c __sev_platform_init_locked";
    private static final String FIRMWARE_SHUTDOWN = "sev-dev.c __sev_firmware_shutdown";
    private static final String SHUTDOWN = "sev-dev.c __sev_platform_shutdown_locked";

    private final Driver driver;
    private final FirmwareBounds bounds;
    private final Design design;
    private final SnpSequences snp;

    /** The sequences of that driver on a machine of that size. */
    public PlatformSequences(Driver driver, FirmwareBounds bounds, Design design) {
        this.driver = driver;
        this.bounds = bounds;
        this.design = design;
        snp = new SnpSequences(driver, bounds, design);
    }

    /**
     * Initialises the platform. The first failure ends it: since when SNP's does, too, is from
     * memory.
     *
     * @param es whether encrypted state is wanted
     * @param withSnp whether SNP is wanted
     * @param withFile whether the platform's keys are kept in a file
     */
    public Routine<HostThread> init(boolean es, boolean withSnp, boolean withFile) {
        boolean snpFirst = design.get(InitOrder.SWITCH) == InitOrder.SNP_FIRST;
        return Driver.underMutex("sev_platform_init", Routine.named(
                "_sev_platform_init_locked", "sev-dev.c _sev_platform_init_locked", code -> code
                        .given(design.get(KdumpInit.SWITCH) == KdumpInit.SKIPPED, crash -> crash
                                .when(thread -> thread.driver.kernel.kdump.isSet(),
                                        skips -> skips.local(HostThread::succeed).done()))
                        .local(thread -> thread.driver.keepsTrack.raise())
                        .given(withSnp && snpFirst, first -> first.call(snp.init())
                                .when(thread -> !thread.succeeded(), failed -> failed.done()))
                        .call(sevInit(es, withFile))
                        .given(withSnp && !snpFirst, second -> second
                                .when(thread -> !thread.succeeded(), failed -> failed.done())
                                .call(snp.init()))));
    }

    /**
     * INIT or INIT_EX, once more where the firmware found its persistent data broken; then WBINVD
     * everywhere and DF_FLUSH.
     */
    private Routine<HostThread> sevInit(boolean es, boolean withFile) {
        return Routine.named("__sev_platform_init_locked", INIT, code -> code
                .test("already initialised?", thread -> thread.driver.initialized.isSet(),
                        known -> known.local(HostThread::succeed).done())
                .costs("driver.access")
                .given(withFile, file -> file
                        .step("read init_ex_path into sev_init_ex_buffer", thread ->
                                thread.driver.keyFile.load(thread.machine.keyMemory))
                        .costs("driver.copy"))
                .call(give(es, withFile))
                .given(design.get(InitRetry.SWITCH) == InitRetry.ONCE, retry -> retry
                        .when(thread -> thread.result.is(Status.SECURE_DATA_INVALID.name()),
                                again -> again.call(give(es, withFile))))
                .local(PlatformSequences::note)
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .step("state = INIT", thread -> thread.driver.initialized.raise())
                .costs("driver.access")
                .call(Wbinvd.onAllCpus(bounds))
                .call(driver.giveLocked(CommandId.DF_FLUSH, thread -> { })));
    }

    private Routine<HostThread> give(boolean es, boolean withFile) {
        return driver.giveLocked(withFile ? CommandId.INIT_EX : CommandId.INIT, thread -> {
            if (withFile) {
                thread.mailbox.buffer.area.become(CommandCells.OUTSIDE);
            }
            if (es) {
                thread.mailbox.buffer.askForEncryptedState(
                        CommandCells.OUTSIDE, thread.driver.esMemory.get());
            }
        });
    }

    /** Whether an initialisation failed for what the driver itself did, or did too late. */
    static void note(HostThread thread) {
        if (thread.result.is(Status.INVALID_PLATFORM_STATE.name())
                || thread.result.is(Status.INVALID_LENGTH.name())) {
            thread.driver.initRefused.raise();
        }
    }

    /** SHUTDOWN, not tried again. */
    public Routine<HostThread> shutdown() {
        return Driver.underMutex("sev_platform_shutdown", sevShutdown());
    }

    /** SHUTDOWN, then SNP_SHUTDOWN_EX, whatever the first gave. */
    public Routine<HostThread> shutdownAll() {
        return Routine.named("sev_firmware_shutdown", FIRMWARE_SHUTDOWN, code -> {
            snp.beforeShutdown(code);
            code.call(Driver.underMutex("sev_firmware_shutdown", shutdownBoth()));
        });
    }

    /** The same for who holds the mutex, or needs none. */
    Routine<HostThread> shutdownBoth() {
        return Routine.named("__sev_firmware_shutdown", FIRMWARE_SHUTDOWN,
                code -> code.call(sevShutdown()).call(snp.shutdown()));
    }

    /** A write to the attribute {@code verify_mitigation}. */
    public Routine<HostThread> storeToAttribute() {
        return SysfsAttribute.store(driver);
    }

    private Routine<HostThread> sevShutdown() {
        return Routine.named("__sev_platform_shutdown_locked", SHUTDOWN, code -> code
                .local(thread -> thread.driver.keepsTrack.raise())
                .test("not initialised?", thread -> thread.driver.initialized.isClear(),
                        known -> known.local(HostThread::succeed).done())
                .costs("driver.access")
                .call(driver.giveLocked(CommandId.SHUTDOWN, thread -> { }))
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .step("state = UNINIT", thread -> thread.driver.initialized.clear())
                .costs("driver.access"));
    }
}
