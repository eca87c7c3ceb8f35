package org.exitrace.psp.command;

import java.util.function.Predicate;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.Status;

/** What several commands refuse alike. */
final class CommonRefusals {

    private CommonRefusals() {
    }

    /** The common prefix of guest commands: the platform works, and the handle is a guest's. */
    static void guestCommand(Handler handler) {
        working(handler);
        handle(handler);
    }

    /** {@code sev.state} is not WORKING. */
    static void working(Handler handler) {
        handler.refuse("platform", Status.INVALID_PLATFORM_STATE, "sev.state is not WORKING",
                fw -> !fw.platform.sev.is(SevState.WORKING));
    }

    /** The handle is nobody's. */
    static void handle(Handler handler) {
        handler.refuse("handle", Status.INVALID_GUEST, "the handle is out of range or free",
                fw -> !fw.hasGuest());
    }

    /** The guest is in none of {@code states}. */
    static Predicate<Firmware> guestNotIn(GuestState... states) {
        return fw -> {
            for (GuestState state : states) {
                if (fw.guest().state.is(state)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** The guest is neither pending nor active. */
    static void inactive(Handler handler) {
        handler.refuse("inactive", Status.INACTIVE, "the guest holds no ASID",
                fw -> !fw.isActivated(fw.guest()));
    }
}
