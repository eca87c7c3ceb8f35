package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.Status;

/** How a guest ends, and what is told of it. */
final class GuestCommands {

    private static final String SOURCE = "SEV firmware, b.2";

    private GuestCommands() {
    }

    static List<Handler> all() {
        return List.of(decommission(), guestStatus());
    }

    private static Handler decommission() {
        return Handler.of(CommandId.DECOMMISSION, SOURCE)
                .with(CommonRefusals::guestCommand)
                .refuse("active", Status.ACTIVE, "the guest holds an ASID",
                        fw -> CommonRefusals.holdsAsid(fw, fw.guest()))
                .does(GuestCommands::free)
                .moves(new Move("platform", SevState.WORKING, SevState.WORKING))
                .moves(new Move("platform", SevState.WORKING, SevState.INIT))
                .with(GuestCommands::ends);
    }

    /** Declares that a guest's handle may become free from any state. */
    static void ends(Handler handler) {
        for (GuestState state : GuestState.values()) {
            if (state != GuestState.UNINIT) {
                handler.moves(new Move("guest", state, GuestState.UNINIT));
            }
        }
    }

    private static void free(Firmware fw) {
        fw.guest().wipe();
        fw.platform.guestCount.decrement();
        if (fw.platform.guestCount.is(0)) {
            fw.platform.sev.become(SevState.INIT);
        }
    }

    private static Handler guestStatus() {
        return Handler.of(CommandId.GUEST_STATUS, SOURCE)
                .takes(Argument.HANDLE)
                .with(CommonRefusals::initialised)
                .does(fw -> fw.answer.become(fw.hasGuest() ? status(fw.guest()) : 0));
    }

    /** As the answer has it: the state, the ASID, the policy; 0 for a guest that is none. */
    private static long status(LegacyGuest guest) {
        return guest.state.get().ordinal() | (long) guest.asid.get() << 4
                | guest.policy.get() << 8;
    }
}
