package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.AsidRow;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.SnpPolicy;
import org.exitrace.psp.spec.Status;

/**
 * How an SNP guest gets an ASID: no page may have the ASID before. There is no DEACTIVATE; only
 * SNP_DECOMMISSION takes the ASID away.
 */
final class SnpActivation {

    private static final String SOURCE = "SEV firmware, e.1, c";

    private SnpActivation() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(activate(bounds), activateEx(bounds));
    }

    private static Handler activate(FirmwareBounds bounds) {
        return Handler.of(CommandId.SNP_ACTIVATE, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.ASID)
                .with(SnpRefusals::launched)
                .with(SnpActivation::counted)
                .refuse("single-socket", Status.POLICY_FAILURE,
                        "the guest needs a single socket, the machine has two",
                        fw -> fw.snpGuest().has(SnpPolicy.SINGLE_SOCKET)
                                && fw.bounds.sockets() > 1)
                .with(SnpActivation::range)
                .refuse("asid-taken", Status.ASID_OWNED, "somebody has the ASID",
                        fw -> isKnown(fw) && row(fw).isTaken())
                .refuse("active", Status.ACTIVE, "the guest has an ASID",
                        fw -> fw.isActivated(fw.snpGuest()))
                .refuse("asid-dirty", Status.DF_FLUSH_REQUIRED,
                        "the ASID is dirty in a core complex",
                        fw -> isKnown(fw) && row(fw).isAnywhere(AsidUse.DIRTY))
                .refuse("asid-not-clean", Status.ASID_OWNED,
                        "the ASID is not clean in every core complex",
                        fw -> isKnown(fw) && !row(fw).isEverywhere(AsidUse.CLEAN))
                .with(SnpActivation::kind)
                .with(handler -> takes(handler, bounds));
    }

    private static Handler activateEx(FirmwareBounds bounds) {
        return Handler.of(CommandId.SNP_ACTIVATE_EX, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.ASID, Argument.CCXS)
                .with(SnpRefusals::launched)
                .with(SnpActivation::counted)
                .refuse("single-socket", Status.POLICY_FAILURE,
                        "the guest needs a single socket, and would get a second",
                        SnpActivation::spansSockets)
                .refuseFlaw("agent-rule", Status.POLICY_FAILURE,
                        "a rule about the migration agent, which is not described further")
                .refuse("ids-none", Status.INVALID_PARAM, "the list of APIC ids is empty",
                        fw -> fw.command.ccxs.isEmpty())
                .refuseFlaw("ids-many", Status.INVALID_PARAM, "the list of APIC ids is too long")
                .refuseFlaw("apic-id", Status.INVALID_CONFIG, "an APIC id is unknown")
                .with(SnpActivation::range)
                .refuse("asid-dirty", Status.DF_FLUSH_REQUIRED,
                        "the guest's first ASID is dirty in a core complex",
                        fw -> isFirst(fw) && row(fw).isAnywhere(AsidUse.DIRTY))
                .refuse("asid-not-clean", Status.ASID_OWNED,
                        "the guest's first ASID is not clean in every core complex",
                        fw -> isFirst(fw) && !row(fw).isEverywhere(AsidUse.CLEAN))
                .refuse("active", Status.ACTIVE, "the guest has another ASID",
                        fw -> fw.isActivated(fw.snpGuest())
                                && !fw.snpGuest().asid.is(fw.command.asid.get()))
                .with(SnpActivation::kind)
                .refuse("ccx-dirty", Status.DF_FLUSH_REQUIRED,
                        "the ASID is dirty in a core complex that is meant",
                        fw -> isKnown(fw) && isDirtyThere(fw))
                .with(handler -> takes(handler, bounds));
    }

    /** The table keeps a count of pages for each ASID; x86 software changes it. */
    private static void counted(Handler handler) {
        handler.next("read the RMP's count of pages of the ASID")
                .refuse("pages-counted", Status.INVALID_CONFIG, "pages have the ASID already",
                        SnpActivation::hasPages);
    }

    private static boolean hasPages(Firmware fw) {
        for (Page page : fw.pages.all) {
            if (!page.entry.asid.is(0) && page.entry.asid.is(fw.command.asid.get())
                    && !isOwn(fw)) {
                return true;
            }
        }
        return false;
    }

    /** ACTIVATE_EX may add core complexes to a guest that has pages (our reading). */
    private static boolean isOwn(Firmware fw) {
        return fw.commandId.is(CommandId.SNP_ACTIVATE_EX)
                && fw.snpGuest().asid.is(fw.command.asid.get());
    }

    private static void range(Handler handler) {
        handler.refuse("asid-range", Status.INVALID_ASID, "the ASID is 0 or larger than any",
                fw -> !isKnown(fw));
    }

    private static void kind(Handler handler) {
        handler.refuse("asid-class", Status.INVALID_ASID,
                "the ASID is of those for guests without encrypted state",
                fw -> fw.command.asid.get() >= fw.bounds.minSevAsid());
    }

    private static boolean isKnown(Firmware fw) {
        return fw.command.asid.get() >= 1 && fw.command.asid.get() <= fw.bounds.asids();
    }

    private static boolean isFirst(Firmware fw) {
        return isKnown(fw) && !fw.isActivated(fw.snpGuest());
    }

    private static AsidRow row(Firmware fw) {
        return fw.asid(fw.command.asid.get());
    }

    private static boolean isMeant(Firmware fw, int ccx) {
        return fw.commandId.is(CommandId.SNP_ACTIVATE) || fw.command.ccxs.has(ccx);
    }

    private static boolean isDirtyThere(Firmware fw) {
        for (int ccx = 0; ccx < fw.ccxs.size(); ccx++) {
            if (isMeant(fw, ccx) && row(fw).in.get(ccx).is(AsidUse.DIRTY)) {
                return true;
            }
        }
        return false;
    }

    private static boolean spansSockets(Firmware fw) {
        SnpGuest guest = fw.snpGuest();
        if (!guest.has(SnpPolicy.SINGLE_SOCKET)) {
            return false;
        }
        boolean first = false;
        boolean second = false;
        for (int ccx = 0; ccx < fw.ccxs.size(); ccx++) {
            if (isMeant(fw, ccx) || holds(fw, guest, ccx)) {
                first |= ccx < FirmwareBounds.CCXS_PER_SOCKET;
                second |= ccx >= FirmwareBounds.CCXS_PER_SOCKET;
            }
        }
        return first && second;
    }

    private static boolean holds(Firmware fw, SnpGuest guest, int ccx) {
        return guest.asid.get() != 0 && !fw.asid(guest.asid.get()).in.get(ccx).is(AsidUse.CLEAN);
    }

    private static void takes(Handler handler, FirmwareBounds bounds) {
        handler.does(SnpActivation::take)
                .code(List.of(), code -> Asids.makeValid(
                        code, bounds, fw -> fw.snpGuest().asid.get()))
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.ALLOCATED))
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.IN_USE));
    }

    private static void take(Firmware fw) {
        SnpGuest guest = fw.snpGuest();
        guest.asid.become(fw.command.asid.get());
        for (int ccx = 0; ccx < fw.ccxs.size(); ccx++) {
            if (isMeant(fw, ccx) && row(fw).in.get(ccx).is(AsidUse.CLEAN)) {
                row(fw).in.get(ccx).become(AsidUse.ALLOCATED);
            }
        }
        if (guest.state.is(GctxState.RUNNING)) {
            row(fw).turn(AsidUse.ALLOCATED, AsidUse.IN_USE);
        }
    }
}
