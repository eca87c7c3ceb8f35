package org.exitrace.psp.command;

import java.util.function.Predicate;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevPolicy;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;
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

    /** {@code sev.state} is UNINIT. */
    static void initialised(Handler handler) {
        handler.refuse("platform", Status.INVALID_PLATFORM_STATE,
                "sev.state is neither INIT nor WORKING",
                fw -> fw.platform.sev.is(SevState.UNINIT));
    }

    /** The handle is nobody's. */
    static void handle(Handler handler) {
        handler.takes(Argument.HANDLE)
                .refuse("handle", Status.INVALID_GUEST, "the handle is out of range or free",
                        fw -> !fw.hasGuest());
    }

    /** The guest is in none of {@code states}. */
    static void state(Handler handler, String sentence, GuestState... states) {
        handler.refuse("state", Status.INVALID_GUEST_STATE, sentence, guestNotIn(states));
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

    /** The command is about a VMSA, and the guest has no encrypted state. */
    static void withoutEncryptedState(Handler handler) {
        handler.refuse("es", Status.UNSUPPORTED, "the guest has no encrypted state",
                fw -> !fw.guest().has(SevPolicy.ES));
    }

    /** The guest is neither pending nor active. */
    static void inactive(Handler handler) {
        handler.refuse("inactive", Status.INACTIVE, "the guest is neither pending nor active",
                fw -> !fw.isActivated(fw.guest()));
    }

    /** The guest's ASID is 0, or clean in every core complex. */
    static void withoutAsid(Handler handler) {
        handler.refuse("inactive", Status.INACTIVE, "the guest holds no ASID",
                fw -> !holdsAsid(fw, fw.guest()));
    }

    /** Whether {@code guest} has an ASID, in use, allocated, or dirty. */
    static boolean holdsAsid(Firmware fw, LegacyGuest guest) {
        int asid = guest.asid.get();
        return asid != 0 && !fw.asid(asid).isEverywhere(AsidUse.CLEAN);
    }

    /** Reading the RMP entry of page {@code page}, which the command writes: one access. */
    static void page(Handler handler) {
        handler.next("read the RMP entry of the page", CommonRefusals::isSnp)
                .refuse("page", Status.INVALID_PAGE_STATE,
                        "the page to be written is neither FIRMWARE nor DEFAULT",
                        fw -> isForbidden(fw, fw.command.page.get()));
    }

    /** Reading the RMP entry of page {@code to}, into which the command writes: one access. */
    static void pageTo(Handler handler) {
        handler.next("read the RMP entry of the destination", CommonRefusals::isSnp)
                .refuse("page", Status.INVALID_PAGE_STATE,
                        "the page to be written is neither FIRMWARE nor DEFAULT",
                        fw -> isForbidden(fw, fw.command.to.get()));
    }

    /**
     * There is no room for the checksum of one more VMSA; none at all before the first DF_FLUSH
     * behind INIT, which builds the pool (our reading).
     */
    static void checksumPool(Handler handler) {
        handler.refuse("checksum-pool", Status.RESOURCE_LIMIT,
                "the pool of VMSA checksums is exhausted, or was not built",
                fw -> !fw.platform.tmr.is(Platform.EsMemory.ARMED)
                        || fw.guests.stream().mapToInt(guest -> guest.vmsas.get()).sum()
                                >= LegacyGuest.MOST_VMSAS);
    }

    /** Reading the RMP entry of the page into which the answer goes: one access. */
    static void pageOfAnswer(Handler handler) {
        handler.takes(Argument.BUFFER)
                .next("read the RMP entry of the page for the answer",
                        fw -> readsRmp(fw, fw.command.buffer))
                .refuse("page", Status.INVALID_PAGE_STATE,
                        "the page for the answer is neither FIRMWARE nor DEFAULT",
                        fw -> isForbidden(fw, fw.command.buffer));
    }

    /** Whether the firmware looks at the RMP entry of {@code page} before it writes there. */
    static boolean readsRmp(Firmware fw, IndexCell page) {
        return isSnp(fw) && !page.isNone();
    }

    /** Whether SNP forbids the firmware to write into {@code page}, if it is one of the model's. */
    static boolean isForbidden(Firmware fw, IndexCell page) {
        return !page.isNone() && isForbidden(fw, page.get());
    }

    /** Whether SNP forbids the firmware to write into page {@code page}. */
    static boolean isForbidden(Firmware fw, int page) {
        return isSnp(fw) && !fw.pages.isFirmwareWritable(page);
    }

    /** Whether the reverse map table counts. */
    static boolean isSnp(Firmware fw) {
        return fw.platform.snp.is(SnpState.INIT);
    }
}
