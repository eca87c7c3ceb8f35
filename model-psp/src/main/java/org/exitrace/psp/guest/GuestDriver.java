package org.exitrace.psp.guest;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.GuestError;
import org.exitrace.psp.firmware.GuestExit;
import org.exitrace.psp.firmware.GuestMessage;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.Secrets;
import org.exitrace.psp.spec.MessageType;
import org.exitrace.psp.spec.Status;

/**
 * How a guest's driver asks the firmware. It counts messages as the firmware does: the next number
 * is one more than its counter, and the counter becomes two more when the whole answer was
 * verified. A new message under an old number would break AES-GCM, so that after an error it wipes
 * the key; told to ask again, it sends the same ciphertext.
 *
 * <p>Left out: the limit of 32 bits, the mutex of each VMPCK, since one virtual CPU asks at a
 * time, and the time after which the driver stops to ask again.
 */
public final class GuestDriver {

    private static final String SOURCE = "drivers/virt/coco/sev-guest/sev-guest.c";

    private final GuestError onError;

    /** A driver that does that after an error. */
    public GuestDriver(GuestError onError) {
        this.onError = onError;
    }

    /**
     * A message.
     *
     * @param type what it asks for
     * @param vmpck the key
     * @param vmpl the VMPL that KEY and REPORT name
     * @param request the page into which it is written
     * @param response the page in which the answer will be
     */
    public record Question(
            MessageType type, int vmpck, int vmpl, int request, int response) {
    }

    /** Asks, waits for the answer and verifies it. */
    public Routine<GuestThread> ask(Question question) {
        return Routine.named("snp_send_guest_request", SOURCE, code -> code
                .when(thread -> isDisabled(thread, question), disabled -> disabled
                        .await("no VMPCK", GuestThread::runs,
                                thread -> thread.result.become(GuestThread.DISABLED))
                        .mayRest().costs("cpu.rmp").done())
                .await("encrypt the request", GuestThread::runs,
                        thread -> encrypt(thread, question)).mayRest().costs("psp.hash")
                .forever(this::exit)
                .await("decrypt and verify the response", GuestThread::runs,
                        thread -> verify(thread, question)).mayRest().costs("psp.hash"));
    }

    private void exit(Block<GuestThread> code) {
        code.await("VMGEXIT", GuestThread::runs, thread -> exit(thread).asks.raise())
                .mayRest().costs("cpu.rmp")
                .await("the host returns", thread -> exit(thread).returned.isSet(),
                        thread -> exit(thread).returned.clear()).mayRest().costs("cpu.rmp")
                .when(GuestDriver::isFinal, Block::leave);
    }

    /** Asked to, it sends the same ciphertext once more. */
    private static boolean isFinal(GuestThread thread) {
        return exit(thread).outcome.isEither(
                GuestExit.Outcome.DONE, GuestExit.Outcome.FAILED);
    }

    private static GuestExit exit(GuestThread thread) {
        return thread.guest().secrets.exit;
    }

    private static boolean isDisabled(GuestThread thread, Question question) {
        return thread.guest().secrets.wiped.has(question.vmpck());
    }

    private static void encrypt(GuestThread thread, Question question) {
        Secrets secrets = thread.guest().secrets;
        int sequence = secrets.counters.get(question.vmpck()).get() + 1;
        secrets.encrypt(question.vmpck(), sequence);
        Page page = thread.machine.pages.get(question.request());
        page.write(0);
        page.message.kind.become(GuestMessage.Kind.REQUEST);
        page.message.keys.become(secrets.keys.get());
        page.message.vmpck.become(question.vmpck());
        page.message.sequence.become(sequence);
        page.message.type.become(question.type());
        page.message.vmpl.become(question.vmpl());
    }

    private void verify(GuestThread thread, Question question) {
        GuestMessage response = thread.machine.pages.get(question.response()).message;
        boolean failed = exit(thread).outcome.is(GuestExit.Outcome.FAILED);
        exit(thread).clear();
        if (failed || !isAnswer(thread.guest().secrets, response, question.vmpck())) {
            giveUp(thread, question);
            return;
        }
        Secrets secrets = thread.guest().secrets;
        int counter = secrets.counters.get(question.vmpck()).get();
        secrets.counters.get(question.vmpck()).become(counter + 2);
        thread.result.become(response.inner.is(Status.SUCCESS)
                ? Status.SUCCESS.name() : Status.INVALID_PARAM.name());
    }

    private static boolean isAnswer(Secrets secrets, GuestMessage message, int vmpck) {
        return message.kind.is(GuestMessage.Kind.RESPONSE) && message.spoiled.isClear()
                && message.keys.is(secrets.keys.get()) && message.vmpck.is(vmpck)
                && message.sequence.is(secrets.counters.get(vmpck).get() + 2);
    }

    private void giveUp(GuestThread thread, Question question) {
        if (onError == GuestError.WIPE) {
            thread.guest().secrets.wiped.add(question.vmpck());
            thread.result.become(GuestThread.WIPED);
        } else {
            thread.result.become(GuestThread.NO_ANSWER);
        }
    }
}
