package org.exitrace.psp.firmware;

import java.util.function.IntPredicate;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.GuestState;

/**
 * What the firmware promises of guests and ASIDs. That an ASID is exactly one of dirty, clean,
 * allocated and in use in a core complex needs no promise: the model keeps one of the four, where
 * the firmware keeps four masks.
 */
public final class GuestPromises {

    private static final String SOURCE = "docs/sev-firmware.md, h.";

    private final Firmware firmware;

    private GuestPromises(Firmware firmware) {
        this.firmware = firmware;
    }

    /** Declares the promises in {@code model}. */
    public static void declare(ModelBuilder model, Firmware firmware) {
        GuestPromises promises = new GuestPromises(firmware);
        promises.asids(model);
        promises.guests(model);
    }

    private void asids(ModelBuilder model) {
        model.always("asid-owner",
                "an ASID is allocated or in use if and only if exactly one guest holds it",
                () -> eachAsid(asid -> holders(asid) == (row(asid).isTaken() ? 1 : 0)))
                .because("with it goes the key of the guest's memory").from(SOURCE + "1");
        model.always("asid-use",
                "no ASID is allocated in one core complex and in use in another",
                () -> eachAsid(asid -> !row(asid).isAnywhere(AsidUse.ALLOCATED)
                        || !row(asid).isAnywhere(AsidUse.IN_USE)))
                .because("its guest is pending or active, and not both").from(SOURCE + "2");
        model.always("asid-valid",
                "VMRUN succeeds with an ASID only where it is in use",
                () -> eachAsid(this::isValidOnlyInUse))
                .because("where it is not in use, nobody flushes what the guest left in caches")
                .from(SOURCE + "3");
        model.never("asid-runs",
                "an ASID is in use for a guest that was not launched or received to its end",
                firmware.guests, this::runsTooEarly)
                .because("before, its memory is not all measured").from(SOURCE + "3");
    }

    private void guests(ModelBuilder model) {
        model.always("guest-count", "guest_count is the number of guests",
                () -> firmware.platform.guestCount.is(guestsThere()))
                .because("the platform works for as long as it is not 0")
                .from(SOURCE + "4");
        model.never("digest-changes",
                "the launch digest changes behind LAUNCH_MEASURE", firmware.guests,
                guest -> isMeasured(guest) && !guest.digest.is(guest.measured.get()))
                .because("what the owner was shown, and ATTESTATION repeats, is what was launched")
                .from(SOURCE + "9");
    }

    private boolean eachAsid(IntPredicate holds) {
        for (int asid = 1; asid <= firmware.asids.size(); asid++) {
            if (!holds.test(asid)) {
                return false;
            }
        }
        return true;
    }

    private AsidRow row(int asid) {
        return firmware.asid(asid);
    }

    private int holders(int asid) {
        int holders = 0;
        for (LegacyGuest guest : firmware.guests) {
            holders += guest.asid.is(asid) ? 1 : 0;
        }
        for (SnpGuest guest : firmware.contexts) {
            holders += guest.asid.is(asid) ? 1 : 0;
        }
        return holders;
    }

    private boolean isValidOnlyInUse(int asid) {
        for (int ccx = 0; ccx < firmware.ccxs.size(); ccx++) {
            if (firmware.ccxs.get(ccx).asidValid.has(asid)
                    && !row(asid).in.get(ccx).is(AsidUse.IN_USE)) {
                return false;
            }
        }
        return true;
    }

    /** A guest that was sent while it was active still may run: SEND_FINISH does not ask. */
    private boolean runsTooEarly(LegacyGuest guest) {
        return guest.asid.get() != 0 && row(guest.asid.get()).isAnywhere(AsidUse.IN_USE)
                && !guest.state.is(GuestState.SENT)
                && !guest.state.isEither(GuestState.RUNNING, GuestState.SUPDATE);
    }

    private int guestsThere() {
        int there = 0;
        for (LegacyGuest guest : firmware.guests) {
            there += guest.isFree() ? 0 : 1;
        }
        return there;
    }

    private static boolean isMeasured(LegacyGuest guest) {
        return !guest.isFree() && !guest.state.is(GuestState.LUPDATE);
    }
}
