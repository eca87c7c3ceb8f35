package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.LaunchDigest;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.spec.ActivationState;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.Status;

/** How a launch is measured and ends: after LAUNCH_MEASURE nothing more is measured. */
final class LaunchEnd {

    private static final String SOURCE = "SEV firmware, b.2, d";
    /** A MAC and a nonce. */
    private static final int MEASUREMENT_BYTES = 48;
    private static final int REPORT_BYTES = 0xD0;

    private LaunchEnd() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(launchMeasure(), launchSecret(), launchFinish(bounds), attestation());
    }

    private static Handler launchMeasure() {
        return Handler.of(CommandId.LAUNCH_MEASURE, SOURCE)
                .with(CommonRefusals::guestCommand)
                .with(handler -> CommonRefusals.state(
                        handler, "the guest is not in LUPDATE", GuestState.LUPDATE))
                .refuseFlaw("length", Status.INVALID_LENGTH, "the buffer is shorter than 48")
                .leaving(fw -> fw.answer.become(MEASUREMENT_BYTES))
                .with(CommonRefusals::pageOfAnswer)
                .does(LaunchEnd::measure)
                .with(LaunchEnd::writeAnswer)
                .moves(new Move("guest", GuestState.LUPDATE, GuestState.LSECRET));
    }

    private static void measure(Firmware fw) {
        LegacyGuest guest = fw.guest();
        guest.state.become(GuestState.LSECRET);
        guest.measured.become(guest.digest.get());
        guest.measurement.become(LaunchDigest.measurement(guest.channelKey.get(),
                guest.policy.get(), guest.digest.get(), fw.entropy.draw()));
        fw.answer.become(guest.measurement.get());
    }

    /** What the answer is made of can be told apart from no other page. */
    static void writeAnswer(Handler handler) {
        handler.next("write the answer", fw -> !fw.command.buffer.isNone())
                .does(fw -> {
                    if (!fw.command.buffer.isNone()) {
                        fw.write(fw.command.buffer.get(), Page.UNREADABLE);
                    }
                });
    }

    private static Handler launchSecret() {
        return Handler.of(CommandId.LAUNCH_SECRET, SOURCE)
                .takes(Argument.PAGE, Argument.SECRET)
                .with(CommonRefusals::guestCommand)
                .with(PacketRefusals::address)
                .refuseFlaw("header-length", Status.INVALID_LENGTH, "hdr_size is wrong")
                .with(PacketRefusals::guestLength)
                .refuseFlaw("packet-length", Status.INVALID_LENGTH, "trans_len is not guest_len")
                .with(handler -> CommonRefusals.state(
                        handler, "the guest is not in LSECRET", GuestState.LSECRET))
                .with(CommonRefusals::inactive)
                .with(CommonRefusals::page)
                .refuse("mac", Status.BAD_MEASUREMENT,
                        "the secret is bound to another measurement",
                        fw -> fw.command.boundTo.get() != fw.guest().measurement.get())
                .refuseFlaw("compressed", Status.UNSUPPORTED, "the packet is compressed")
                .next("write the secret encrypted")
                .does(fw -> {
                    int page = fw.command.page.get();
                    fw.write(page, Page.SECRET);
                    fw.pages.get(page).cipher.become(fw.guest().key.get());
                })
                .moves(new Move("guest", GuestState.LSECRET, GuestState.LSECRET));
    }

    private static Handler launchFinish(FirmwareBounds bounds) {
        return Handler.of(CommandId.LAUNCH_FINISH, SOURCE)
                .with(CommonRefusals::guestCommand)
                .with(handler -> CommonRefusals.state(
                        handler, "the guest is not in LSECRET", GuestState.LSECRET))
                .with(handler -> run(handler, bounds))
                .moves(new Move("guest", GuestState.LSECRET, GuestState.RUNNING));
    }

    /** The guest may run: in its state, then where it has an ASID. Its channel's keys are wiped. */
    static void run(Handler handler, FirmwareBounds bounds) {
        handler.refuseFlaw("enable", Status.HARDWARE_UNSAFE,
                        "hardware does not enable the pending ASID",
                        fw -> fw.activation(fw.guest()) == ActivationState.PENDING)
                .does(fw -> {
                    LegacyGuest guest = fw.guest();
                    guest.state.become(GuestState.RUNNING);
                    guest.channelKey.clear();
                    guest.measurement.clear();
                    if (guest.asid.get() != 0) {
                        fw.asid(guest.asid.get()).turn(AsidUse.ALLOCATED, AsidUse.IN_USE);
                    }
                })
                .code(List.of(), code ->
                        Asids.makeValid(code, bounds, fw -> fw.guest().asid.get()))
                .moves(new Move("activation", ActivationState.PENDING, ActivationState.ACTIVE))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.IN_USE));
    }

    private static Handler attestation() {
        return Handler.of(CommandId.ATTESTATION, SOURCE)
                .with(CommonRefusals::guestCommand)
                .with(handler -> CommonRefusals.state(handler,
                        "the guest is in none of LSECRET, RUNNING, SUPDATE, SENT",
                        GuestState.LSECRET, GuestState.RUNNING, GuestState.SUPDATE,
                        GuestState.SENT))
                .refuseFlaw("length", Status.INVALID_LENGTH, "the buffer is shorter than 0xD0")
                .leaving(fw -> fw.answer.become(REPORT_BYTES))
                .with(CommonRefusals::pageOfAnswer)
                .does(fw -> fw.answer.become(fw.guest().digest.get()))
                .with(LaunchEnd::writeAnswer)
                .moves(new Move("guest", GuestState.LSECRET, GuestState.LSECRET));
    }
}
