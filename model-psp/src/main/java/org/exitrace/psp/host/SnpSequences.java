package org.exitrace.psp.host;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.IommuPages;
import org.exitrace.psp.design.MitigationAttribute;
import org.exitrace.psp.design.PanicNotifier;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Option;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.Status;

/**
 * How the driver initialises SNP and shuts it down, for who holds its mutex.
 */
final class SnpSequences {

    private static final String INIT = "sev-dev.c __sev_snp_init_locked";
    private static final String SHUTDOWN = "sev-dev.c __sev_snp_shutdown_locked";

    private final Driver driver;
    private final FirmwareBounds bounds;
    private final Design design;

    SnpSequences(Driver driver, FirmwareBounds bounds, Design design) {
        this.driver = driver;
        this.bounds = bounds;
        this.design = design;
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
                    thread.driver.attribute.there.become(hasAttribute());
                    thread.driver.kernel.notifier.become(isNotifierOfSnp());
                }).costs("driver.access"));
    }

    /** WBINVD, SNP_SHUTDOWN_EX with the IOMMU; once more behind SNP_DF_FLUSH. */
    Routine<HostThread> shutdown() {
        return Routine.named("__sev_snp_shutdown_locked", SHUTDOWN, code -> code
                .test("not snp_initialized?", thread -> thread.driver.snpInitialized.isClear(),
                        known -> known.local(HostThread::succeed).done())
                .costs("driver.access")
                .given(isRemoved(MitigationAttribute.UNDER_MUTEX) && !driver.isInPanic(),
                        late -> late.call(SysfsAttribute.remove()))
                .given(!driver.isInPanic(), all -> all.call(Wbinvd.onAllCpus(bounds)))
                .call(giveShutdown())
                .when(thread -> thread.result.is(Status.DF_FLUSH_REQUIRED.name()),
                        again -> again
                                .call(driver.giveLocked(CommandId.SNP_DF_FLUSH, thread -> { }))
                                .call(giveShutdown()))
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .call(afterShutdown())
                .step("snp_initialized = false, TMR of 1 MiB", thread -> {
                    thread.driver.snpInitialized.clear();
                    thread.driver.esMemory.become(1);
                }).costs("driver.access"));
    }

    /** The notifier goes, and the host gets back the pages that the firmware had taken. */
    private Routine<HostThread> afterShutdown() {
        return Routine.named("__sev_snp_shutdown_locked", SHUTDOWN, code -> code
                .given(bounds.pages() > 0 && givesBack(), own -> own
                        .when(thread -> thread.machine.settings.has(HostSetting.IOMMU_LOGS),
                                logs -> logs.step("RMPUPDATE: the IOMMU's page is the host's",
                                        this::giveBack).costs("cpu.rmp")))
                .given(unregisters(), own -> own
                        .await("unregister the panic notifier: synchronize_rcu",
                                thread -> thread.driver.kernel.rcuReader.isClear(),
                                thread -> thread.driver.kernel.notifier.clear())
                        .costs("driver.access")));
    }

    private void giveBack(HostThread thread) {
        RmpInstructions.update(thread.machine,
                RmpInstructions.Update.toHost(bounds.pages() - 1));
    }

    private boolean givesBack() {
        return design.get(IommuPages.SWITCH) == IommuPages.GIVEN_BACK;
    }

    /** What is due before the mutex is taken for {@link #shutdown}. */
    void beforeShutdown(Block<HostThread> code) {
        code.given(isRemoved(MitigationAttribute.BEFORE_MUTEX),
                early -> early.call(SysfsAttribute.remove()));
    }

    private boolean isNotifierOfSnp() {
        return design.get(PanicNotifier.SWITCH) != PanicNotifier.MODULE;
    }

    private boolean unregisters() {
        return isNotifierOfSnp() && (!driver.isInPanic()
                || design.get(PanicNotifier.SWITCH) == PanicNotifier.SNP);
    }

    private boolean hasAttribute() {
        return !isRemoved(MitigationAttribute.NONE);
    }

    private boolean isRemoved(MitigationAttribute when) {
        return design.get(MitigationAttribute.SWITCH) == when;
    }

    private Routine<HostThread> giveShutdown() {
        return driver.giveLocked(CommandId.SNP_SHUTDOWN_EX, thread ->
                thread.mailbox.buffer.options.add(Option.IOMMU_SHUTDOWN.ordinal()));
    }
}
