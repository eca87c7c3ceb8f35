package org.exitrace.psp.host;

import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Option;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.Status;

/**
 * How the driver initialises SNP and shuts it down, for who holds its mutex. Left out: that it
 * reclaims the IOMMU's pages afterwards.
 */
final class SnpSequences {

    private static final String INIT = "sev-dev.c __sev_snp_init_locked";
    private static final String SHUTDOWN = "sev-dev.c __sev_snp_shutdown_locked";

    private final Driver driver;
    private final FirmwareBounds bounds;

    SnpSequences(Driver driver, FirmwareBounds bounds) {
        this.driver = driver;
        this.bounds = bounds;
    }

    /** VM_HSAVE_PA, WBINVD, SNP_INIT, WBINVD, SNP_DF_FLUSH. */
    Routine<HostThread> init() {
        return Routine.named("__sev_snp_init_locked", INIT, code -> code
                .test("snp_initialized?", thread -> thread.driver.snpInitialized.isSet(),
                        known -> known.local(HostThread::succeed).done())
                .costs("driver.access")
                .step("VM_HSAVE_PA = 0 on every CPU", thread ->
                        thread.machine.settings.set.remove(HostSetting.HSAVE_SET.ordinal()))
                .costs("driver.access")
                .call(Wbinvd.onAllCpus(bounds))
                .call(driver.giveLocked(CommandId.SNP_INIT, thread -> { }))
                .local(PlatformSequences::note)
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .call(Wbinvd.onAllCpus(bounds))
                .call(driver.giveLocked(CommandId.SNP_DF_FLUSH, thread -> { }))
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .step("snp_initialized = true, TMR of 2 MiB", thread -> {
                    thread.driver.snpInitialized.raise();
                    thread.driver.esMemory.become(2);
                }).costs("driver.access"));
    }

    /** WBINVD, SNP_SHUTDOWN_EX with the IOMMU; once more behind SNP_DF_FLUSH. */
    Routine<HostThread> shutdown() {
        return Routine.named("__sev_snp_shutdown_locked", SHUTDOWN, code -> code
                .test("not snp_initialized?", thread -> thread.driver.snpInitialized.isClear(),
                        known -> known.local(HostThread::succeed).done())
                .costs("driver.access")
                .call(Wbinvd.onAllCpus(bounds))
                .call(giveShutdown())
                .when(thread -> thread.result.is(Status.DF_FLUSH_REQUIRED.name()),
                        again -> again
                                .call(driver.giveLocked(CommandId.SNP_DF_FLUSH, thread -> { }))
                                .call(giveShutdown()))
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .step("snp_initialized = false, TMR of 1 MiB", thread -> {
                    thread.driver.snpInitialized.clear();
                    thread.driver.esMemory.become(1);
                }).costs("driver.access"));
    }

    private Routine<HostThread> giveShutdown() {
        return driver.giveLocked(CommandId.SNP_SHUTDOWN_EX, thread ->
                thread.mailbox.buffer.options.add(Option.IOMMU_SHUTDOWN.ordinal()));
    }
}
