package org.exitrace.ghcb.programs;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.design.MessageCheck;
import org.exitrace.ghcb.design.MessageError;
import org.exitrace.ghcb.message.Messages;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.GuestRequestAnswer;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vc.GuestVc;
import org.exitrace.ghcb.vc.VcHandler;
import org.exitrace.ghcb.vc.VcRequest;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * How a guest's driver asks the firmware. Told to wait it sends the same message again, told that
 * certificates do not fit it sends it as a plain request. Behind any other error the key is wiped,
 * since a new message under the old number would break AES-GCM.
 *
 * <p>Left out: the driver's limit of 32 bits, and the 60 seconds after which it waits no longer.
 */
public final class MessageOperations {

    /** The operation. */
    public static final String SEND = "guest-request";

    private static final String SOURCE = "sev-guest.c snp_send_guest_request; docs/ghcb.md d.5";
    private static final String COST = "guest.instruction";
    private static final String LOCK = "snp_cmd_mutex";
    private static final long REQUEST_PAGE = 0x20000;
    private static final long ANSWER_PAGE = 0x21000;
    private static final long DATA_PAGES = 0x22000;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final int MOST_PAGES = 3;

    private final boolean checksNumber;
    private final boolean keepsKey;

    private MessageOperations(Design design) {
        checksNumber = design.get(MessageCheck.SWITCH) == MessageCheck.NUMBER;
        keepsKey = design.get(MessageError.SWITCH) == MessageError.KEEPS;
    }

    static List<Operation<GhcbGuest>> all(Function<GhcbGuest, GuestVc> lookup, Design design) {
        MessageOperations driver = new MessageOperations(design);
        return List.of(Operation.<GhcbGuest>named(SEND,
                        "sends the firmware a message, and waits for its answer",
                        guest -> guest.result)
                .from(SOURCE)
                .takes(Parameter.number("message", 1, Messages.TEXTS, "what it asks"),
                        Parameter.number("certificates", 0, MOST_PAGES,
                                "pages for certificates; 0 for a plain request").usually(0))
                .gives(ExchangeResults.OK, ExchangeResults.NO)
                .does(given -> Routine.named("guest", SOURCE, code -> code.call(lookup,
                        driver.send(given.number("message"), given.number("certificates"))))));
    }

    private Routine<GuestVc> send(int text, int pages) {
        return Routine.named("snp_send_guest_request", SOURCE, code -> {
            code.lock(LOCK, vc -> messages(vc).mutex).costs(COST).mayRest();
            code.when(vc -> messages(vc).isUsedUp(), gone -> unlock(gone).done(
                    vc -> vc.guest.result.become(ExchangeResults.NO)));
            code.step("encrypts message " + text, vc -> messages(vc).encrypt(text))
                    .costs(COST).mayRest();
            if (pages > 0) {
                exchange(code, extended(pages));
                code.when(vc -> isTold(vc, GuestRequestAnswer.INVALID_LEN),
                        few -> exchange(few, plain()));
            } else {
                exchange(code, plain());
            }
            code.when(vc -> vc.halted.isSet(), Block::done);
            code.step("verifies the answer", vc -> finish(vc, text)).costs(COST).mayRest();
            unlock(code);
        });
    }

    private static Block<GuestVc> unlock(Block<GuestVc> code) {
        return code.unlock(LOCK, vc -> messages(vc).mutex).costs(COST).mayRest();
    }

    /** The same message, until the host does not say that it is busy. */
    private static void exchange(Block<GuestVc> code, VcRequest request) {
        code.forever(again -> again
                .call(VcHandler.ask(request, answer()))
                .when(vc -> !isTold(vc, GuestRequestAnswer.BUSY), Block::leave));
    }

    private static Routine<GuestVc> answer() {
        return Routine.named("snp_issue_guest_request", SOURCE, code -> {
            code.step("reads SW_EXITINFO1", vc -> vc.info1.become(
                    vc.page().get(GhcbField.SW_EXITINFO1) & LOW_HALF)).costs(COST).mayRest();
            code.when(vc -> !vc.info1.is(GhcbReply.NO_ACTION), wrong -> wrong.done(
                    vc -> messages(vc).told.become(GuestRequestAnswer.GENERIC)));
            code.step("reads SW_EXITINFO2", vc -> messages(vc).told.become(GuestRequestAnswer.of(
                    vc.page().get(GhcbField.SW_EXITINFO2)))).costs(COST).mayRest();
            code.when(vc -> isTold(vc, GuestRequestAnswer.INVALID_LEN), few -> few
                    .pause("reads RBX").costs(COST).mayRest());
        });
    }

    private void finish(GuestVc vc, int text) {
        Messages messages = messages(vc);
        boolean answered = messages.told.is(GuestRequestAnswer.DONE);
        if (answered && (messages.isNumbered() || !checksNumber)) {
            messages.take(text);
            vc.guest.result.become(ExchangeResults.OK);
        } else {
            messages.fail(keepsKey);
            vc.guest.result.become(ExchangeResults.NO);
        }
    }

    private static VcRequest plain() {
        return new VcRequest(NaeEvent.GUEST_REQUEST, Collections.emptyMap(),
                REQUEST_PAGE, ANSWER_PAGE);
    }

    private static VcRequest extended(int pages) {
        Map<GhcbField, Long> inputs = new EnumMap<>(GhcbField.class);
        inputs.put(GhcbField.RAX, DATA_PAGES);
        inputs.put(GhcbField.RBX, (long) pages);
        return new VcRequest(
                NaeEvent.EXTENDED_GUEST_REQUEST, inputs, REQUEST_PAGE, ANSWER_PAGE);
    }

    private static boolean isTold(GuestVc vc, GuestRequestAnswer what) {
        return messages(vc).told.is(what);
    }

    private static Messages messages(GuestVc vc) {
        return vc.guest.messages();
    }
}
