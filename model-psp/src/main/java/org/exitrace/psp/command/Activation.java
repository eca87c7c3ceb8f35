package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.AsidRow;
import org.exitrace.psp.firmware.CoreComplex;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.Status;

/** How a guest gets an ASID and loses it. */
final class Activation {

    private static final String SOURCE = "SEV firmware, b.2, c";

    private Activation() {
    }

    static List<Handler> all() {
        return List.of(activate(), deactivate(), decommission());
    }

    private static Handler activate() {
        return Handler.of(CommandId.ACTIVATE, SOURCE)
                .takes(Argument.HANDLE, Argument.ASID)
                .with(CommonRefusals::guestCommand)
                .refuse("asid-range", Status.INVALID_ASID, "the ASID is 0 or larger than any",
                        fw -> fw.command.asid.get() == 0
                                || fw.command.asid.get() > fw.bounds.asids())
                .refuse("asid-taken", Status.ASID_OWNED, "somebody has the ASID",
                        fw -> row(fw).isTaken())
                .refuse("active", Status.ACTIVE, "the guest has an ASID",
                        fw -> fw.isActivated(fw.guest()))
                .refuse("state", Status.INVALID_GUEST_STATE, "the guest was sent",
                        fw -> fw.guest().state.is(GuestState.SENT))
                .refuse("asid-dirty", Status.DF_FLUSH_REQUIRED,
                        "the ASID is dirty in a core complex",
                        fw -> row(fw).isAnywhere(AsidUse.DIRTY))
                .refuse("asid-not-clean", Status.ASID_OWNED,
                        "the ASID is not clean in every core complex",
                        fw -> !row(fw).isEverywhere(AsidUse.CLEAN))
                .refuse("asid-class", Status.INVALID_ASID,
                        "the ASID is of the other class, with or without encrypted state",
                        fw -> fw.guest().has(SevPolicy.ES)
                                != fw.command.asid.get() < fw.bounds.minSevAsid())
                .does(Activation::take)
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.ALLOCATED))
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.IN_USE));
    }

    private static AsidRow row(Firmware fw) {
        return fw.asid(fw.command.asid.get());
    }

    private static void take(Firmware fw) {
        LegacyGuest guest = fw.guest();
        guest.asid.become(fw.command.asid.get());
        row(fw).become(AsidUse.ALLOCATED);
        if (guest.state.isEither(GuestState.RUNNING, GuestState.SUPDATE)) {
            run(fw, guest.asid.get());
        }
    }

    /** What was allocated is in use, and VMRUN succeeds with it. */
    static void run(Firmware fw, int asid) {
        for (int ccx = 0; ccx < fw.ccxs.size(); ccx++) {
            if (fw.asid(asid).in.get(ccx).is(AsidUse.ALLOCATED)) {
                fw.asid(asid).in.get(ccx).become(AsidUse.IN_USE);
                fw.ccxs.get(ccx).asidValid.add(asid);
            }
        }
    }

    private static Handler deactivate() {
        return Handler.of(CommandId.DEACTIVATE, SOURCE)
                .takes(Argument.HANDLE)
                .with(CommonRefusals::guestCommand)
                .with(CommonRefusals::inactive)
                .does(fw -> release(fw, fw.guest()))
                .moves(new Move("asid", AsidUse.IN_USE, AsidUse.DIRTY))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.CLEAN));
    }

    /** Core complexes in which the ASID was used become dirty, and owe a WBINVD. */
    static void release(Firmware fw, LegacyGuest guest) {
        int asid = guest.asid.get();
        for (int i = 0; i < fw.ccxs.size(); i++) {
            CoreComplex ccx = fw.ccxs.get(i);
            if (fw.asid(asid).in.get(i).is(AsidUse.IN_USE)) {
                ccx.asidValid.remove(asid);
                ccx.wbinvdDone.clear();
            }
        }
        fw.asid(asid).turn(AsidUse.IN_USE, AsidUse.DIRTY);
        fw.asid(asid).turn(AsidUse.ALLOCATED, AsidUse.CLEAN);
        guest.asid.clear();
    }

    private static Handler decommission() {
        return Handler.of(CommandId.DECOMMISSION, SOURCE)
                .takes(Argument.HANDLE)
                .with(CommonRefusals::guestCommand)
                .refuse("active", Status.ACTIVE, "the guest has an ASID",
                        fw -> fw.guest().asid.get() != 0)
                .does(Activation::free)
                .moves(new Move("platform", SevState.WORKING, SevState.INIT));
    }

    private static void free(Firmware fw) {
        fw.guest().wipe();
        fw.platform.guestCount.decrement();
        if (fw.platform.guestCount.is(0)) {
            fw.platform.sev.become(SevState.INIT);
        }
    }
}
