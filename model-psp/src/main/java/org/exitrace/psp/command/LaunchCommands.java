package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.Status;

/** How a guest is launched. */
final class LaunchCommands {

    private static final String SOURCE = "SEV firmware, b.2";

    private LaunchCommands() {
    }

    static List<Handler> all() {
        return List.of(launchStart(), launchMeasure(), launchFinish());
    }

    private static Handler launchStart() {
        return Handler.of(CommandId.LAUNCH_START, SOURCE)
                .takes(Argument.POLICY, Argument.SHARE)
                .refuse("platform", Status.INVALID_PLATFORM_STATE,
                        "sev.state is neither INIT nor WORKING",
                        fw -> fw.platform.sev.is(SevState.UNINIT))
                .refuseFlaw("session-length", Status.INVALID_LENGTH, "session_len is wrong")
                .refuseFlaw("certificate-length", Status.INVALID_LENGTH, "cert_len is wrong")
                .refuseFlaw("certificate", Status.INVALID_CERTIFICATE,
                        "the certificate is malformed")
                .refuseFlaw("session-mac", Status.BAD_MEASUREMENT, "the session's MAC is wrong")
                .refuseFlaw("policy-mac", Status.BAD_MEASUREMENT, "the policy's MAC is wrong")
                .refuseFlaw("api-version", Status.POLICY_FAILURE,
                        "the policy asks for a newer interface")
                .refuseFlaw("policy-reserved", Status.POLICY_FAILURE,
                        "reserved bits of the policy are set")
                .refuse("share-handle", Status.INVALID_GUEST,
                        "the handle to share keys with is nobody's", LaunchCommands::sharesNobody)
                .refuse("share-policy", Status.POLICY_FAILURE,
                        "the policies differ, or forbid to share", LaunchCommands::mayNotShare)
                .refuse("no-handle", Status.RESOURCE_LIMIT, "no handle is free",
                        fw -> fw.guests.stream().noneMatch(LegacyGuest::isFree))
                .refuse("es", Status.UNSUPPORTED,
                        "the policy asks for encrypted state, INIT did not",
                        fw -> fw.command.policy.has(SevPolicy.ES.ordinal())
                                && fw.platform.es.isClear())
                .does(LaunchCommands::begin)
                .moves(new Move("guest", GuestState.UNINIT, GuestState.LUPDATE))
                .moves(new Move("platform", SevState.INIT, SevState.WORKING));
    }

    private static boolean sharesNobody(Firmware fw) {
        int share = fw.command.share.get();
        return share > fw.guests.size() || share > 0 && fw.guests.get(share - 1).isFree();
    }

    private static boolean mayNotShare(Firmware fw) {
        int share = fw.command.share.get();
        if (share == 0) {
            return false;
        }
        long policy = fw.guests.get(share - 1).policy.get();
        return policy != fw.command.policy.get() || (policy & SevPolicy.NOKS.bit()) != 0;
    }

    /** The lowest free handle is taken. */
    private static void begin(Firmware fw) {
        for (LegacyGuest guest : fw.guests) {
            if (guest.isFree()) {
                guest.state.become(GuestState.LUPDATE);
                guest.policy.become(fw.command.policy.get());
                fw.platform.guestCount.increment();
                fw.platform.sev.become(SevState.WORKING);
                fw.handle.become(guest.handle());
                return;
            }
        }
    }

    private static Handler launchMeasure() {
        return Handler.of(CommandId.LAUNCH_MEASURE, SOURCE)
                .takes(Argument.HANDLE)
                .with(CommonRefusals::guestCommand)
                .refuse("state", Status.INVALID_GUEST_STATE, "the guest is not in LUPDATE",
                        CommonRefusals.guestNotIn(GuestState.LUPDATE))
                .refuseFlaw("length", Status.INVALID_LENGTH, "the buffer is shorter than 48")
                .does(fw -> fw.guest().state.become(GuestState.LSECRET))
                .moves(new Move("guest", GuestState.LUPDATE, GuestState.LSECRET));
    }

    private static Handler launchFinish() {
        return Handler.of(CommandId.LAUNCH_FINISH, SOURCE)
                .takes(Argument.HANDLE)
                .with(CommonRefusals::guestCommand)
                .refuse("state", Status.INVALID_GUEST_STATE, "the guest is not in LSECRET",
                        CommonRefusals.guestNotIn(GuestState.LSECRET))
                .does(LaunchCommands::finish)
                .moves(new Move("guest", GuestState.LSECRET, GuestState.RUNNING))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.IN_USE));
    }

    private static void finish(Firmware fw) {
        LegacyGuest guest = fw.guest();
        guest.state.become(GuestState.RUNNING);
        if (guest.asid.get() != 0) {
            Activation.run(fw, guest.asid.get());
        }
    }
}
