package org.exitrace.psp.command;

import java.util.List;
import java.util.function.Predicate;
import org.exitrace.psp.firmware.AsidRow;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.spec.ActivationState;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;
import org.exitrace.psp.spec.Status;

/**
 * How a guest gets an ASID and loses it. The firmware looks at some things in vain: ACTIVATE asks
 * whether the ASID is clean everywhere after it has seen that nobody has it and that it is dirty
 * nowhere, and both commands ask at the end for what they asked before.
 */
final class Activation {

    private static final String SOURCE = "SEV firmware, b.2, c";

    private Activation() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(activate(bounds), activateEx(bounds), deactivate(bounds));
    }

    private static Handler activate(FirmwareBounds bounds) {
        return Handler.of(CommandId.ACTIVATE, SOURCE)
                .with(CommonRefusals::guestCommand)
                .with(Activation::asidRange)
                .refuse("asid-taken", Status.ASID_OWNED, "somebody has the ASID",
                        fw -> row(fw).isTaken())
                .refuse("active", Status.ACTIVE, "the guest is pending or active",
                        fw -> fw.isActivated(fw.guest()))
                .refuse("state", Status.INVALID_GUEST_STATE, "the guest was sent",
                        fw -> fw.guest().state.is(GuestState.SENT))
                .refuse("asid-dirty", Status.DF_FLUSH_REQUIRED,
                        "the ASID is dirty in a core complex",
                        fw -> row(fw).isAnywhere(AsidUse.DIRTY))
                .refuse("asid-not-clean", Status.ASID_OWNED,
                        "the ASID is not clean in every core complex",
                        fw -> !row(fw).isEverywhere(AsidUse.CLEAN))
                .with(Activation::asidClass)
                .refuse("ccx-dirty", Status.DF_FLUSH_REQUIRED,
                        "the ASID is dirty in a core complex that is meant",
                        fw -> row(fw).isAnywhere(AsidUse.DIRTY))
                .with(handler -> takes(handler, bounds, (1L << bounds.ccxs()) - 1));
    }

    private static Handler activateEx(FirmwareBounds bounds) {
        return Handler.of(CommandId.ACTIVATE_EX, SOURCE)
                .takes(Argument.CCXS)
                .with(CommonRefusals::working)
                .refuseFlaw("length", Status.INVALID_PARAM, "ex_len is not 24")
                .with(CommonRefusals::handle)
                .with(Activation::asidRange)
                .refuseFlaw("apic-table", Status.UNSUPPORTED,
                        "the firmware has no table of APIC ids")
                .refuse("ids-none", Status.INVALID_PARAM, "numids is 0",
                        fw -> fw.command.ccxs.isEmpty())
                .refuseFlaw("ids-many", Status.INVALID_PARAM, "numids is more than 1024")
                .refuseFlaw("apic-id", Status.INVALID_CONFIG, "an APIC id is unknown")
                .refuse("state", Status.INVALID_GUEST_STATE, "the guest was sent",
                        fw -> fw.guest().state.is(GuestState.SENT))
                .refuse("asid-dirty", Status.DF_FLUSH_REQUIRED,
                        "the ASID, new to the guest, is dirty in a core complex",
                        first(fw -> row(fw).isAnywhere(AsidUse.DIRTY)))
                .refuse("asid-not-clean", Status.ASID_OWNED,
                        "the ASID, new to the guest, is not clean in every core complex",
                        first(fw -> !row(fw).isEverywhere(AsidUse.CLEAN)))
                .refuse("other-asid", Status.ACTIVE, "the guest has another ASID",
                        fw -> fw.isActivated(fw.guest())
                                && fw.guest().asid.get() != fw.command.asid.get())
                .with(Activation::asidClass)
                .refuse("ccx-dirty", Status.DF_FLUSH_REQUIRED,
                        "the ASID is dirty in a core complex that is meant",
                        Activation::isDirtyWhereMeant)
                .with(handler -> takes(handler, bounds, 0));
    }

    private static void asidRange(Handler handler) {
        handler.takes(Argument.ASID)
                .refuse("asid-range", Status.INVALID_ASID, "the ASID is 0 or larger than any",
                        fw -> fw.command.asid.get() == 0
                                || fw.command.asid.get() > fw.bounds.asids());
    }

    private static void asidClass(Handler handler) {
        handler.refuse("asid-class", Status.INVALID_ASID,
                "the ASID is of the other class, with or without encrypted state",
                fw -> fw.guest().has(SevPolicy.ES)
                        != fw.command.asid.get() < fw.bounds.minSevAsid());
    }

    private static Predicate<Firmware> first(Predicate<Firmware> test) {
        return fw -> !fw.isActivated(fw.guest()) && test.test(fw);
    }

    private static boolean isDirtyWhereMeant(Firmware fw) {
        for (int ccx = 0; ccx < fw.ccxs.size(); ccx++) {
            if (fw.command.ccxs.has(ccx) && row(fw).in.get(ccx).is(AsidUse.DIRTY)) {
                return true;
            }
        }
        return false;
    }

    private static AsidRow row(Firmware fw) {
        return fw.asid(fw.command.asid.get());
    }

    /** The guest gets the ASID in {@code ccxs}, or where none are told, in those it asks for. */
    private static void takes(Handler handler, FirmwareBounds bounds, long ccxs) {
        handler.does(fw -> take(fw, ccxs != 0 ? ccxs : fw.command.ccxs.get()))
                .code(List.of(), code ->
                        Asids.makeValid(code, bounds, fw -> fw.command.asid.get()))
                .moves(new Move("activation", ActivationState.INACTIVE, ActivationState.PENDING))
                .moves(new Move("activation", ActivationState.INACTIVE, ActivationState.ACTIVE))
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.ALLOCATED))
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.IN_USE));
        if (ccxs == 0) {
            handler.moves(new Move(
                            "activation", ActivationState.PENDING, ActivationState.PENDING))
                    .moves(new Move(
                            "activation", ActivationState.ACTIVE, ActivationState.ACTIVE));
        }
    }

    private static void take(Firmware fw, long ccxs) {
        LegacyGuest guest = fw.guest();
        guest.asid.become(fw.command.asid.get());
        row(fw).key.become(guest.key.get());
        Asids.allocate(fw, guest.asid.get(), ccxs);
        if (guest.state.isEither(GuestState.RUNNING, GuestState.SUPDATE)) {
            row(fw).turn(AsidUse.ALLOCATED, AsidUse.IN_USE);
        }
    }

    private static Handler deactivate(FirmwareBounds bounds) {
        return Handler.of(CommandId.DEACTIVATE, SOURCE)
                .with(CommonRefusals::guestCommand)
                .with(CommonRefusals::inactive)
                .code(List.of(), code -> {
                    Asids.makeInvalid(code, bounds, fw -> fw.guest().asid.get());
                    code.local(fw -> {
                        Asids.letGo(fw, fw.guest().asid.get());
                        fw.guest().asid.clear();
                    });
                })
                .moves(new Move("activation", ActivationState.PENDING, ActivationState.INACTIVE))
                .moves(new Move("activation", ActivationState.ACTIVE, ActivationState.INACTIVE))
                .moves(new Move("asid", AsidUse.IN_USE, AsidUse.DIRTY))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.CLEAN));
    }
}
