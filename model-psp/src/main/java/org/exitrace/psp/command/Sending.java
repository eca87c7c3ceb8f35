package org.exitrace.psp.command;

import java.util.List;
import java.util.function.Predicate;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;
import org.exitrace.psp.spec.Status;

/**
 * How a guest is sent to another platform. No command looks whether its virtual processors still
 * run, and SEND_FINISH and SEND_CANCEL do not look at its activation either.
 */
final class Sending {

    private static final String SOURCE = "SEV firmware, b.2";

    private Sending() {
    }

    static List<Handler> all() {
        return List.of(sendStart(), update(CommandId.SEND_UPDATE_DATA),
                update(CommandId.SEND_UPDATE_VMSA), end(CommandId.SEND_FINISH, GuestState.SENT),
                end(CommandId.SEND_CANCEL, GuestState.RUNNING));
    }

    private static Handler sendStart() {
        return Handler.of(CommandId.SEND_START, SOURCE)
                .with(CommonRefusals::guestCommand)
                .refuseFlaw("session-length", Status.INVALID_LENGTH, "session_len is too short")
                .with(handler -> CommonRefusals.state(
                        handler, "the guest is not in RUNNING", GuestState.RUNNING))
                .refuse("nosend", Status.POLICY_FAILURE, "the policy forbids to send",
                        policy(SevPolicy.NOSEND))
                .refuseFlaw("chain-length", Status.INVALID_LENGTH,
                        "the length of the receiver's certificates is wrong",
                        policy(SevPolicy.SEV))
                .refuseFlaw("chain", Status.INVALID_CERTIFICATE,
                        "a certificate of the receiver is malformed", policy(SevPolicy.SEV))
                .refuseFlaw("chain-signature", Status.BAD_SIGNATURE,
                        "a signature in the receiver's chain is wrong", policy(SevPolicy.SEV))
                .refuseFlaw("receiver-api", Status.POLICY_FAILURE,
                        "the receiver's interface is older than the policy asks for",
                        policy(SevPolicy.SEV))
                .with(CommonRefusals::pageOfAnswer)
                .refuseFlaw("owner-certificate", Status.INVALID_CERTIFICATE,
                        "the certificate of the receiver's owner is malformed",
                        policy(SevPolicy.DOMAIN))
                .refuseFlaw("owner-signature", Status.BAD_SIGNATURE,
                        "the signature of the receiver's owner is wrong",
                        policy(SevPolicy.DOMAIN))
                .refuseFlaw("domain", Status.POLICY_FAILURE, "the receiver has another owner",
                        policy(SevPolicy.DOMAIN))
                .refuseFlaw("pdh-length", Status.INVALID_LENGTH, "pdh_cert_len is wrong")
                .does(fw -> {
                    fw.guest().state.become(GuestState.SUPDATE);
                    fw.guest().channelKey.become(fw.entropy.draw());
                })
                .with(LaunchEnd::writeAnswer)
                .moves(new Move("guest", GuestState.RUNNING, GuestState.SUPDATE));
    }

    private static Predicate<Firmware> policy(SevPolicy bit) {
        return fw -> fw.guest().has(bit);
    }

    private static Handler update(CommandId id) {
        boolean vmsa = id == CommandId.SEND_UPDATE_VMSA;
        Handler handler = Handler.of(id, SOURCE)
                .takes(Argument.PAGE, Argument.HEADER, Argument.BUFFER)
                .with(CommonRefusals::working)
                .refuseFlaw("header-length", Status.INVALID_LENGTH, "hdr_size is wrong")
                .with(CommonRefusals::handle)
                .with(all -> CommonRefusals.state(
                        all, "the guest is not in SUPDATE", GuestState.SUPDATE));
        if (vmsa) {
            handler.with(CommonRefusals::withoutEncryptedState);
        }
        handler.with(CommonRefusals::withoutAsid)
                .with(PacketRefusals::guestLength)
                .refuseFlaw("packet-length", Status.INVALID_LENGTH, "trans_len is too short")
                .with(PacketRefusals::address)
                .next("read the RMP entry of the header's page",
                        fw -> CommonRefusals.readsRmp(fw, fw.command.header))
                .refuse("page-header", Status.INVALID_PAGE_STATE,
                        "the header's page is neither FIRMWARE nor DEFAULT",
                        fw -> CommonRefusals.isForbidden(fw, fw.command.header))
                .next("read the RMP entry of the packet's page",
                        fw -> CommonRefusals.readsRmp(fw, fw.command.buffer))
                .refuse("page-packet", Status.INVALID_PAGE_STATE,
                        "the packet's page is neither FIRMWARE nor DEFAULT",
                        fw -> CommonRefusals.isForbidden(fw, fw.command.buffer));
        if (vmsa) {
            handler.refuseFlaw("checksum", Status.INVALID_PARAM, "the VMSA's checksum is wrong");
        }
        return handler.with(Sending::packet)
                .moves(new Move("guest", GuestState.SUPDATE, GuestState.SUPDATE));
    }

    private static void packet(Handler handler) {
        handler.next("read the guest's page")
                .does(fw -> {
                    fw.transfer.read(fw.pages.get(fw.command.page.get()));
                    fw.transfer.decrypt(fw.guest().key.get());
                    fw.transfer.encrypt(fw.guest().channelKey.get());
                })
                .next("write the packet", fw -> !fw.command.buffer.isNone())
                .does(fw -> {
                    if (fw.command.buffer.isNone()) {
                        fw.transfer.forget();
                    } else {
                        fw.transfer.write(fw, fw.pages.get(fw.command.buffer.get()));
                    }
                })
                .next("write the packet's header", fw -> !fw.command.header.isNone())
                .does(fw -> {
                    if (!fw.command.header.isNone()) {
                        fw.write(fw.command.header.get(), Page.UNREADABLE);
                    }
                });
    }

    private static Handler end(CommandId id, GuestState to) {
        return Handler.of(id, SOURCE)
                .with(CommonRefusals::guestCommand)
                .with(handler -> CommonRefusals.state(
                        handler, "the guest is not in SUPDATE", GuestState.SUPDATE))
                .does(fw -> {
                    LegacyGuest guest = fw.guest();
                    guest.state.become(to);
                    guest.channelKey.clear();
                })
                .moves(new Move("guest", GuestState.SUPDATE, to));
    }
}
