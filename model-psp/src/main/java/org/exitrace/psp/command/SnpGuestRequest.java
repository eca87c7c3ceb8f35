package org.exitrace.psp.command;

import java.util.List;
import java.util.function.Predicate;
import org.exitrace.engine.state.CountCell;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.GuestMessage;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.MessageType;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.Status;

/**
 * SNP_GUEST_REQUEST: the firmware copies a guest's encrypted message, checks it, does what it asks
 * and answers under the same key. It authenticates before it looks at the sequence number, and
 * advances the counter only when the answer fits its page.
 */
final class SnpGuestRequest {

    private SnpGuestRequest() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(Handler.of(CommandId.SNP_GUEST_REQUEST, "SEV firmware, e.2")
                .with(SnpRefusals::context)
                .takes(Argument.PAGE, Argument.TO)
                .next("read the RMP entry of the response page")
                .refuse("response-state", Status.INVALID_PAGE_STATE,
                        "the response page is not FIRMWARE",
                        SnpRefusals.notIn(SnpRefusals.TO, PageState.FIRMWARE))
                .refuse("response-size", Status.INVALID_PAGE_SIZE, "the response page is large",
                        fw -> SnpRefusals.isLarge(fw, SnpRefusals.TO))
                .next("read the RMP entry of the request page")
                .refuse("request-size", Status.INVALID_PAGE_SIZE, "the request page is large",
                        fw -> SnpRefusals.isLarge(fw, SnpRefusals.PAGE))
                .with(handler -> SnpRefusals.state(handler, GctxState.RUNNING))
                .next("copy the request")
                .with(SnpGuestRequest::header)
                .with(SnpGuestRequest::authentic)
                .refuseFlaw("message-version", Status.INVALID_PARAM, "msg_version is unknown")
                .refuseFlaw("message-type", Status.INVALID_PARAM, "msg_type is unknown")
                .does(SnpGuestRequest::execute)
                .code(List.of(), code -> {
                    Asids.makeValid(code, bounds, fw -> asid(fw, MessageType.ABSORB));
                    Asids.makeInvalid(code, bounds, fw -> asid(fw, MessageType.EXPORT));
                })
                .with(SnpGuestRequest::exported)
                .with(SnpGuestRequest::response)
                .moves(new Move("gctx", GctxState.LAUNCH, GctxState.RUNNING))
                .moves(new Move("gctx", GctxState.INIT, GctxState.RUNNING))
                .moves(new Move("gctx", GctxState.RUNNING, GctxState.NONE))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.IN_USE))
                .moves(new Move("asid", AsidUse.IN_USE, AsidUse.DIRTY)));
    }

    private static void header(Handler handler) {
        handler.refuseFlaw("header-fits", Status.INVALID_PARAM,
                        "the header does not fit its page")
                .refuseFlaw("header-version", Status.INVALID_PARAM, "hdr_version is not 1")
                .refuseFlaw("header-size", Status.INVALID_PARAM, "hdr_size is not 0x60")
                .refuseFlaw("algorithm", Status.INVALID_PARAM,
                        "the algorithm is not AES-256-GCM")
                .refuseFlaw("message-size", Status.INVALID_PARAM,
                        "msg_size is 0 or no multiple of 16")
                .refuseFlaw("payload-fits", Status.INVALID_PARAM,
                        "the payload does not fit its page")
                .refuseFlaw("vmpck", Status.INVALID_PARAM, "msg_vmpck is larger than 3");
    }

    private static void authentic(Handler handler) {
        handler.refuse("authentication", Status.BAD_MEASUREMENT,
                        "the message is not encrypted under the guest's key",
                        Predicate.not(SnpGuestRequest::isAuthentic))
                .refuse("counter-end", Status.AEAD_OFLOW, "the counter is at its end",
                        fw -> counter(fw, request(fw)).is(SnpGuest.LAST_COUNTER))
                .refuse("sequence", Status.AEAD_OFLOW,
                        "the sequence number is not the next one", fw -> request(fw).sequence
                                .get() != counter(fw, request(fw)).get() + 1);
    }

    private static GuestMessage request(Firmware fw) {
        return fw.pages.get(fw.command.page.get()).message;
    }

    private static boolean isAuthentic(Firmware fw) {
        GuestMessage request = request(fw);
        return request.kind.is(GuestMessage.Kind.REQUEST) && request.spoiled.isClear()
                && request.keys.is(fw.snpGuest().keys.get());
    }

    private static CountCell counter(Firmware fw, GuestMessage message) {
        return fw.snpGuest().counters.get(message.vmpck.get());
    }

    private static void execute(Firmware fw) {
        fw.message.take(request(fw));
        fw.snpGuest().remember(fw.message.vmpck.get(), fw.message.sequence.get());
        fw.message.inner.become(
                isAllowed(fw) ? Status.SUCCESS : Status.INVALID_PARAM);
        if (fw.message.inner.is(Status.SUCCESS)) {
            effect(fw);
        }
    }

    /** Refusals of what a message asks for are told inside of the encrypted response. */
    private static boolean isAllowed(Firmware fw) {
        return switch (fw.message.type.get()) {
            case KEY, REPORT -> fw.message.vmpl.get() >= fw.message.vmpck.get();
            case EXPORT -> isBound(fw, GctxState.RUNNING);
            case IMPORT -> !fw.message.target.is(0) && target(fw).isIn(GctxState.INIT);
            case ABSORB -> isBound(fw, GctxState.LAUNCH);
            default -> true;
        };
    }

    private static boolean isBound(Firmware fw, GctxState state) {
        return !fw.message.target.is(0) && target(fw).isIn(state)
                && target(fw).agent.get() == fw.command.snp.gctx.get() + 1;
    }

    private static SnpGuest target(Firmware fw) {
        return fw.contexts.get(fw.message.target.get() - 1);
    }

    private static void effect(Firmware fw) {
        switch (fw.message.type.get()) {
            case IMPORT -> {
                target(fw).keys.become(fw.entropy.draw());
                target(fw).agent.become(fw.command.snp.gctx.get() + 1);
                SnpLaunch.run(fw, target(fw));
            }
            case ABSORB -> SnpLaunch.run(fw, target(fw));
            case ABSORB_NOMA -> fw.snpGuest().absorb(
                    fw.entropy.draw(), fw.message.absorbed.get());
            default -> {
                // EXPORT takes steps of its own; of others the answer is all.
            }
        }
    }

    private static void exported(Handler handler) {
        handler.next("lock the RMP entry of the exported context", SnpGuestRequest::isExported)
                .does(fw -> {
                    if (isExported(fw)) {
                        SnpContexts.end(fw, target(fw));
                    }
                    exported(fw, true);
                })
                .next("fill and unlock the RMP entry of the exported context",
                        SnpGuestRequest::isExported)
                .does(fw -> exported(fw, false));
    }

    /** The ASID of the context that the message names, if it is of {@code type} and allowed. */
    private static int asid(Firmware fw, MessageType type) {
        return fw.message.type.is(type) && fw.message.inner.is(Status.SUCCESS)
                && !fw.message.target.is(0) ? target(fw).asid.get() : 0;
    }

    private static boolean isExported(Firmware fw) {
        return fw.message.type.is(MessageType.EXPORT) && fw.message.inner.is(Status.SUCCESS)
                && !fw.message.target.is(0);
    }

    private static void exported(Firmware fw, boolean locked) {
        if (isExported(fw)) {
            RmpEntry entry = fw.pages.entry(fw.message.target.get() - 1);
            entry.locked.become(locked);
            entry.vmsa.become(locked);
        }
    }

    private static void response(Handler handler) {
        handler.then()
                .refuseFlaw("response-fits", Status.INVALID_PARAM,
                        "the response does not fit its page")
                .leaving(fw -> fw.message.clear())
                .next("encrypt and write the response")
                .already(SnpGuestRequest::advance)
                .refuseFlaw("response-copy", Status.FW_INTERNAL,
                        "the response cannot be copied out; the code is not published")
                .leaving(fw -> fw.message.clear())
                .does(SnpGuestRequest::respond);
    }

    /** ABSORB_NOMA has overwritten the counter: then that of the absorbed guest advances. */
    private static void advance(Firmware fw) {
        CountCell counter = counter(fw, fw.message);
        counter.become(counter.get() + 2);
    }

    private static void respond(Firmware fw) {
        int to = fw.command.to.get();
        fw.write(to, 0);
        GuestMessage response = fw.pages.get(to).message;
        response.kind.become(GuestMessage.Kind.RESPONSE);
        response.keys.become(fw.message.keys.get());
        response.vmpck.become(fw.message.vmpck.get());
        response.sequence.become(fw.message.sequence.get() + 1);
        response.type.become(fw.message.type.get());
        response.inner.become(fw.message.inner.get());
        fw.message.clear();
    }
}
