package org.exitrace.psp.host;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.GuestExit;
import org.exitrace.psp.spec.CommandId;

/**
 * How KVM passes on a guest's message: it gives the response page to the firmware, asks, and takes
 * the page back before it returns to the guest. KVM's mutex for each guest is left out: one thread
 * at a time handles a guest's exit.
 */
public final class GuestRequests {

    private static final String SOURCE = "arch/x86/kvm/svm/sev.c snp_handle_guest_req";

    private final Driver driver;

    /** The requests that go through {@code driver}. */
    public GuestRequests(Driver driver) {
        this.driver = driver;
    }

    /**
     * Waits for the guest in context {@code gctx} and asks the firmware for it.
     *
     * @param says what it tells the guest where the firmware has answered: DONE, or else a host
     *     that counts its guests' requests behind them and not before
     */
    public Routine<HostThread> handle(int gctx, int request, int response,
            GuestExit.Outcome says, Consumer<HostThread> flaws) {
        return Routine.named("snp_handle_guest_req", SOURCE, code -> {
            receive(code, gctx);
            code.step("RMPUPDATE: the response page is the firmware's", thread ->
                            RmpInstructions.update(thread.machine, page(response, true, true)))
                    .costs("cpu.rmp")
                    .call(driver.give(CommandId.SNP_GUEST_REQUEST, thread -> {
                        thread.mailbox.buffer.snp.gctx.become(gctx);
                        thread.mailbox.buffer.page.become(request);
                        thread.mailbox.buffer.to.become(response);
                        flaws.accept(thread);
                    }))
                    .when(HostThread::succeeded,
                            done -> end(done, gctx, response, says),
                            failed -> end(failed, gctx, response, GuestExit.Outcome.FAILED));
        });
    }

    private void end(Block<HostThread> code, int gctx, int response, GuestExit.Outcome outcome) {
        code.call(driver.give(CommandId.SNP_PAGE_RECLAIM,
                        thread -> thread.mailbox.buffer.page.become(response)))
                .step("RMPUPDATE: the response page is shared", thread -> RmpInstructions.update(
                        thread.machine, page(response, false, false)))
                .costs("cpu.rmp");
        back(code, gctx, outcome);
    }

    private static RmpInstructions.Update page(int page, boolean assigned, boolean immutable) {
        return new RmpInstructions.Update(page, false, assigned, 0, 0, immutable);
    }

    /** Waits for the guest and returns without asking the firmware. */
    public Routine<HostThread> refuse(int gctx, GuestExit.Outcome outcome) {
        return Routine.named("snp_handle_guest_req", SOURCE, code -> {
            receive(code, gctx);
            back(code, gctx, outcome);
        });
    }

    private static void receive(Block<HostThread> code, int gctx) {
        code.await("the guest exits with a request", thread -> exit(thread, gctx).asks.isSet(),
                thread -> exit(thread, gctx).asks.clear()).mayRest().costs("cpu.rmp");
    }

    private static void back(Block<HostThread> code, int gctx, GuestExit.Outcome outcome) {
        code.step("returns to the guest: " + outcome, thread -> {
            exit(thread, gctx).back(outcome);
            thread.result.become(outcome.name());
        }).costs("cpu.rmp");
    }

    private static GuestExit exit(HostThread thread, int gctx) {
        return thread.machine.contexts.get(gctx).secrets.exit;
    }
}
