package org.exitrace.psp.host;

import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/** How the driver initialises the platform and shuts it down. */
public final class PlatformSequences {

    private static final String INIT = "sev-dev.c __sev_platform_init_locked";
    private static final String SHUTDOWN = "sev-dev.c __sev_platform_shutdown_locked";

    /** How much memory for encrypted state the driver gives, in MiB: on a host without SNP. */
    private static final int ES_MEMORY = 1;

    private final Driver driver;
    private final FirmwareBounds bounds;

    /** The sequences of that driver on a machine of that size. */
    public PlatformSequences(Driver driver, FirmwareBounds bounds) {
        this.driver = driver;
        this.bounds = bounds;
    }

    /**
     * INIT, once more where the firmware found its persistent data broken; then WBINVD everywhere
     * and DF_FLUSH. The driver's own idea of the platform follows success only.
     */
    public Routine<HostThread> init(boolean es) {
        return Routine.named("sev_platform_init", INIT, code -> code
                .test("already initialised?", thread -> thread.driver.initialized.isSet(),
                        known -> known.local(PlatformSequences::succeed).done())
                .costs("driver.access")
                .call(give(CommandId.INIT, es))
                .when(thread -> thread.result.is(Status.SECURE_DATA_INVALID.name()),
                        again -> again.call(give(CommandId.INIT, es)))
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .step("state = INIT", thread -> thread.driver.initialized.raise())
                .costs("driver.access")
                .call(Wbinvd.onAllCpus(bounds))
                .call(driver.give(CommandId.DF_FLUSH, thread -> { })));
    }

    /** SHUTDOWN, not tried again. */
    public Routine<HostThread> shutdown() {
        return Routine.named("sev_platform_shutdown", SHUTDOWN, code -> code
                .test("not initialised?", thread -> thread.driver.initialized.isClear(),
                        known -> known.local(PlatformSequences::succeed).done())
                .costs("driver.access")
                .call(driver.give(CommandId.SHUTDOWN, thread -> { }))
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .step("state = UNINIT", thread -> thread.driver.initialized.clear())
                .costs("driver.access"));
    }

    private Routine<HostThread> give(CommandId command, boolean es) {
        return driver.give(command, thread -> {
            if (es) {
                thread.mailbox.buffer.askForEncryptedState(CommandCells.OUTSIDE, ES_MEMORY);
            }
        });
    }

    private static void succeed(HostThread thread) {
        thread.result.become(Status.SUCCESS.name());
    }
}
