package org.exitrace.psp.host;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.PanicNotifier;
import org.exitrace.psp.firmware.FirmwareBounds;

/**
 * How one kernel follows another without a reset of the machine, so that the firmware and the
 * reverse map table stay as they are: by kexec, or behind a panic. That the notifiers run before
 * the crash kernel starts is {@code crash_kexec_post_notifiers}, which hosts with SNP set (from
 * memory).
 */
public final class NextKernel {

    private static final String PANIC = "kernel/panic.c; sev-dev.c snp_shutdown_on_panic";

    private final FirmwareBounds bounds;
    private final PlatformSequences inPanic;
    private final boolean always;

    /** On a machine of that size, with that design. */
    public NextKernel(Driver driver, FirmwareBounds bounds, Design design) {
        this.bounds = bounds;
        this.inPanic = new PlatformSequences(driver.inPanic(), bounds, design);
        this.always = design.get(PanicNotifier.SWITCH) == PanicNotifier.MODULE;
    }

    /** {@code kexec}, of a kernel whose other threads have ended or end here. */
    public Routine<HostThread> kexec() {
        return Routine.named("kexec", "kernel/kexec_core.c", code -> code
                .step("starts the next kernel", thread -> start(thread, false))
                .costs("driver.access"));
    }

    /** A panic, up to the first thing that the crash kernel does. */
    public Routine<HostThread> panic() {
        return Routine.named("panic", PANIC, code -> code
                .step("the other CPUs stop, each behind a WBINVD", this::stop)
                .costs("cpu.wbinvd")
                .test("rcu_read_lock: is SNP's notifier registered?", this::isNotified,
                        this::shutDown)
                .costs("driver.access")
                .step("starts the crash kernel", thread -> start(thread, true))
                .costs("driver.access"));
    }

    private void stop(HostThread thread) {
        thread.driver.kernel.stopAllBut(thread);
        thread.machine.ccxs.forEach(ccx ->
                ccx.wbinvdDone.become((1L << bounds.coresPerCcx()) - 1));
    }

    private boolean isNotified(HostThread thread) {
        Kernel kernel = thread.driver.kernel;
        kernel.rcuReader.raise();
        boolean registered = always || kernel.notifier.isSet();
        if (registered && thread.driver.snpInitialized.isClear()) {
            kernel.neededNot.raise();
        }
        return registered;
    }

    /** Nobody can be waited for: whoever holds the mutex has stopped. */
    private void shutDown(Block<HostThread> code) {
        code.test("sev_cmd_mutex is free?", thread -> thread.driver.commandMutex.isFree(),
                        free -> free.call(inPanic.shutdownBoth()))
                .costs("driver.access");
    }

    /**
     * All that the old kernel knew is gone; the driver's probe clears what interrupts are due.
     * What a firmware still works on stays where it is.
     */
    private static void start(HostThread thread, boolean crash) {
        thread.driver.kernel.stopAllBut(thread);
        thread.driver.forget();
        if (thread.mailbox.ready.isSet()) {
            thread.mailbox.staging.forget();
            Submission.forget(thread);
        }
        thread.mailbox.intStatus.clear();
        thread.mailbox.irq.clear();
        thread.driver.kernel.kdump.become(crash);
        thread.driver.kernel.restart();
    }
}
