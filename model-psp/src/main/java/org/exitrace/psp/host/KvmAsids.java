package org.exitrace.psp.host;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.DeactivateLock;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/** How KVM takes an ASID away from a guest, and makes the ASIDs of dead guests usable again. */
public final class KvmAsids {

    private final Driver driver;
    private final FirmwareBounds bounds;
    private final boolean locks;

    /** KVM with that driver, on a machine of that size, with or without its lock. */
    public KvmAsids(Driver driver, FirmwareBounds bounds, DeactivateLock lock) {
        this.driver = driver;
        this.bounds = bounds;
        this.locks = lock == DeactivateLock.RWSEM;
    }

    /** {@code sev_flush_asids}: all cores write back, then the firmware flushes. */
    public Routine<HostThread> flush() {
        return Routine.named("sev_flush_asids", "sev.c sev_flush_asids", code -> code
                .given(locks, KvmAsids::downWrite)
                .call(Wbinvd.onAllCpus(bounds))
                .call(driver.give(CommandId.DF_FLUSH, thread -> { }))
                .local(KvmAsids::note)
                .given(locks, KvmAsids::upWrite));
    }

    private static void downWrite(Block<HostThread> code) {
        code.await("down_write sev_deactivate_lock",
                        thread -> thread.driver.deactivateLock.isFree(),
                        thread -> thread.driver.deactivateLock.downWrite())
                .costs("driver.access");
    }

    private static void upWrite(Block<HostThread> code) {
        code.step("up_write sev_deactivate_lock",
                thread -> thread.driver.deactivateLock.upWrite()).costs("driver.access");
    }

    private static void note(HostThread thread) {
        if (thread.result.is(Status.WBINVD_REQUIRED.name())) {
            thread.driver.flushFailed.raise();
        }
    }

    /** {@code sev_unbind_asid}: DEACTIVATE, then DECOMMISSION, whatever the first gave. */
    public Routine<HostThread> unbind(Consumer<HostThread> handle) {
        return Routine.named("sev_unbind_asid", "sev.c sev_unbind_asid", code -> code
                .given(locks, lock -> lock.await("down_read sev_deactivate_lock",
                        thread -> thread.driver.deactivateLock.isReadable(),
                        thread -> thread.driver.deactivateLock.downRead())
                        .costs("driver.access"))
                .call(driver.give(CommandId.DEACTIVATE, handle))
                .given(locks, lock -> lock.step("up_read sev_deactivate_lock",
                        thread -> thread.driver.deactivateLock.upRead())
                        .costs("driver.access"))
                .call(driver.give(CommandId.DECOMMISSION, handle)));
    }

    /**
     * {@code snp_decommission_context}: SNP_DECOMMISSION, which takes the ASID too, and the page
     * of the context back to the host.
     */
    public Routine<HostThread> decommission(int gctx) {
        return Routine.named("snp_decommission_context", "sev.c snp_decommission_context",
                code -> code
                        .given(locks, KvmAsids::downWrite)
                        .call(driver.give(CommandId.SNP_DECOMMISSION,
                                thread -> thread.mailbox.buffer.snp.gctx.become(gctx)))
                        .given(locks, KvmAsids::upWrite)
                        .when(thread -> !thread.succeeded(), failed -> failed.done())
                        .call(driver.give(CommandId.SNP_PAGE_RECLAIM,
                                thread -> thread.mailbox.buffer.page.become(gctx)))
                        .when(thread -> !thread.succeeded(), failed -> failed.done())
                        .step("RMPUPDATE: the page is the host's",
                                thread -> RmpInstructions.update(thread.machine,
                                        new RmpInstructions.Update(
                                                gctx, false, false, 0, 0, false)))
                        .costs("cpu.rmp"));
    }
}
