package org.exitrace.psp.command;

import java.util.List;
import java.util.function.Predicate;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.LaunchDigest;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.Status;

/**
 * How a guest begins: launched, with a session of its owner or without; or received. Without a
 * session nobody looks at what else a policy asks for, and the keys of the channel are zeros.
 */
final class GuestStart {

    private static final String SOURCE = "SEV firmware, b.1, b.2";

    private GuestStart() {
    }

    static List<Handler> all() {
        return List.of(launchStart(), receiveStart());
    }

    private static Handler launchStart() {
        return Handler.of(CommandId.LAUNCH_START, SOURCE)
                .takes(Argument.POLICY, Argument.SHARE, Argument.SESSION)
                .with(CommonRefusals::initialised)
                .with(handler -> session(handler, fw -> fw.command.session.isSet()))
                .with(GuestStart::place)
                .does(GuestStart::launch)
                .with(handler -> moves(handler, GuestState.LUPDATE));
    }

    private static Handler receiveStart() {
        return Handler.of(CommandId.RECEIVE_START, SOURCE)
                .takes(Argument.POLICY, Argument.SHARE)
                .with(CommonRefusals::initialised)
                .with(handler -> session(handler, fw -> true))
                .with(GuestStart::place)
                .does(GuestStart::receive)
                .with(handler -> moves(handler, GuestState.RUPDATE));
    }

    private static void session(Handler handler, Predicate<Firmware> given) {
        handler.refuseFlaw("session-length", Status.INVALID_LENGTH, "session_len is wrong", given)
                .refuseFlaw("certificate-length", Status.INVALID_LENGTH, "cert_len is wrong",
                        given)
                .refuseFlaw("certificate", Status.INVALID_CERTIFICATE,
                        "the certificate is malformed", given)
                .refuseFlaw("session-mac", Status.BAD_MEASUREMENT,
                        "the MAC of the session's keys is wrong", given)
                .refuseFlaw("policy-mac", Status.BAD_MEASUREMENT, "the policy's MAC is wrong",
                        given)
                .refuseFlaw("api-version", Status.POLICY_FAILURE,
                        "the policy asks for a newer interface", given)
                .refuseFlaw("policy-reserved", Status.POLICY_FAILURE,
                        "reserved bits of the policy are set", given);
    }

    private static void place(Handler handler) {
        handler.refuse("share-handle", Status.INVALID_GUEST,
                        "the handle to share keys with is nobody's", GuestStart::sharesNobody)
                .refuse("share-policy", Status.POLICY_FAILURE,
                        "the policies differ, or forbid to share", GuestStart::mayNotShare)
                .refuse("no-handle", Status.RESOURCE_LIMIT, "no handle is free",
                        fw -> fw.guests.stream().noneMatch(LegacyGuest::isFree))
                .refuse("es", Status.UNSUPPORTED,
                        "the policy asks for encrypted state, INIT did not",
                        fw -> fw.command.policy.has(SevPolicy.ES.ordinal())
                                && fw.platform.es.isClear());
    }

    private static void moves(Handler handler, GuestState to) {
        handler.moves(new Move("guest", GuestState.UNINIT, to))
                .moves(new Move("platform", SevState.INIT, SevState.WORKING))
                .moves(new Move("platform", SevState.WORKING, SevState.WORKING));
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

    private static void launch(Firmware fw) {
        LegacyGuest guest = begin(fw, GuestState.LUPDATE);
        guest.digest.become(LaunchDigest.start());
        if (fw.command.session.isSet()) {
            guest.channelKey.become(fw.entropy.draw());
        }
    }

    private static void receive(Firmware fw) {
        begin(fw, GuestState.RUPDATE).channelKey.become(fw.entropy.draw());
    }

    /** The lowest free handle is taken; nothing was changed before that. */
    private static LegacyGuest begin(Firmware fw, GuestState state) {
        LegacyGuest guest = fw.guests.stream().filter(LegacyGuest::isFree).findFirst()
                .orElseThrow();
        int share = fw.command.share.get();
        guest.key.become(share == 0 ? fw.entropy.draw() : fw.guests.get(share - 1).key.get());
        guest.offlineKey.become(fw.entropy.draw());
        guest.state.become(state);
        guest.policy.become(fw.command.policy.get());
        fw.platform.guestCount.increment();
        fw.platform.sev.become(SevState.WORKING);
        fw.handle.become(guest.handle());
        return guest;
    }
}
