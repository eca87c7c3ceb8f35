package org.exitrace.psp.command;

import java.util.List;
import java.util.function.ToIntFunction;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.firmware.SwapEntry;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.Status;
import org.exitrace.psp.spec.SwapType;

/**
 * Pages that leave a guest and come back. Metadata of one page lies in an entry of a METADATA
 * page, or in the context, the root of all.
 */
final class SnpSwap {

    private static final String SOURCE = "SEV firmware, e.1";

    private SnpSwap() {
    }

    static List<Handler> all() {
        return List.of(out(), in(), SnpMove.handler());
    }

    private static Handler out() {
        return begin(CommandId.SNP_SWAP_OUT)
                .next("read the RMP entry of the source")
                .refuse("page-size", Status.INVALID_PAGE_SIZE, "the source is of another size",
                        SnpRefusals.otherSize(SnpRefusals.PAGE))
                .with(SnpRefusals::launched)
                .with(SnpRefusals::inactive)
                .refuse("source-state", Status.INVALID_PAGE_STATE,
                        "the source cannot be swapped out", SnpSwap::cannotGo)
                .next("read the RMP entry of the destination")
                .refuse("target-state", Status.INVALID_PAGE_STATE,
                        "the destination is neither FIRMWARE nor DEFAULT",
                        SnpSwap::mayNotReceive)
                .next("read the owner of the source")
                .refuse("owner", Status.INVALID_PAGE_OWNER, "the source is another guest's",
                        fw -> otherOwner(fw, SnpRefusals.PAGE))
                .refuse("iv", Status.AEAD_OFLOW, "no initialisation vector is left",
                        fw -> fw.snpGuest().iv.is(SnpGuest.LAST_IV))
                .next("encrypt the source into the destination")
                .does(SnpSwap::seal)
                .next("lock the RMP entry of the source", SnpSwap::isGuests)
                .does(fw -> lock(fw, SnpRefusals.PAGE, isGuests(fw)))
                .next("fill and unlock the RMP entry of the source", SnpSwap::isGuests)
                .does(fw -> {
                    if (isGuests(fw)) {
                        SnpRefusals.entry(fw, SnpRefusals.PAGE).validated.clear();
                        lock(fw, SnpRefusals.PAGE, false);
                    }
                })
                .moves(new Move("page", PageState.PRE_SWAP, PageState.PRE_GUEST));
    }

    private static Handler in() {
        return begin(CommandId.SNP_SWAP_IN)
                .with(SnpRefusals::launched)
                .with(SnpRefusals::inactive)
                .refuseFlaw("entry-flags", Status.INVALID_MDATA_ENTRY,
                        "the entry's flags contradict each other")
                .refuse("entry-type", Status.INVALID_MDATA_ENTRY,
                        "the entry is of another kind of page",
                        fw -> !entry(fw).type.is(fw.command.snp.swap.get()))
                .refuse("entry-invalid", Status.INVALID_MDATA_ENTRY, "the entry is not valid",
                        fw -> entry(fw).valid.isClear())
                .next("read the RMP entry of the destination")
                .refuse("page-size", Status.INVALID_PAGE_SIZE,
                        "the destination is of another size",
                        SnpRefusals.otherSize(SnpRefusals.TO))
                .refuseFlaw("in-place-address", Status.INVALID_ADDRESS,
                        "addresses of a page that is swapped in where it lies are wrong")
                .refuseFlaw("in-place", Status.INVALID_PARAM,
                        "a page must not be swapped in where it lies")
                .refuse("target-state", Status.INVALID_PAGE_STATE,
                        "the destination is not PRE_GUEST, for metadata not FIRMWARE",
                        SnpRefusals.notIn(SnpRefusals.TO, PageState.PRE_GUEST)
                                .and(fw -> isGuests(fw))
                                .or(SnpRefusals.notIn(SnpRefusals.TO, PageState.FIRMWARE)
                                        .and(fw -> !isGuests(fw))))
                .refuse("owner", Status.INVALID_PAGE_OWNER,
                        "the destination is another guest's",
                        fw -> isGuests(fw) && SnpRefusals.otherOwner(SnpRefusals.TO).test(fw))
                .next("decrypt the source")
                .refuse("tag", Status.BAD_MEASUREMENT, "the tag is wrong",
                        fw -> !isIntact(fw))
                .does(SnpSwap::unseal)
                .with(handler -> SnpRefusals.change(
                        handler, "the destination", SnpRefusals.TO, SnpSwap::arrive))
                .moves(new Move("page", PageState.PRE_GUEST, PageState.PRE_SWAP))
                .moves(new Move("page", PageState.FIRMWARE, PageState.METADATA));
    }

    private static Handler begin(CommandId command) {
        return Handler.of(command, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.PAGE, Argument.TO, Argument.MDATA, Argument.SIZE,
                        Argument.SWAP_TYPE)
                .refuseFlaw("mdata-alignment", Status.INVALID_PARAM,
                        "the entry's address is not aligned", SnpSwap::hasMdata)
                .refuse("mdata-overlap", Status.INVALID_PARAM,
                        "the entry lies in a page that is swapped", SnpSwap::overlaps)
                .next("read the RMP entry of the metadata page", SnpSwap::hasMdata)
                .refuse("mdata-state", Status.INVALID_PAGE_STATE,
                        "the entry's page is not METADATA",
                        fw -> hasMdata(fw) && !fw.pages.is(
                                SnpRefusals.MDATA.applyAsInt(fw), PageState.METADATA))
                .refuse("mdata-owner", Status.INVALID_PAGE_OWNER,
                        "the entry's page was made for another context", fw -> hasMdata(fw)
                                && SnpRefusals.otherContext(fw, SnpRefusals.MDATA));
    }

    private static boolean hasMdata(Firmware fw) {
        return !fw.command.snp.mdata.is(0);
    }

    private static boolean overlaps(Firmware fw) {
        int mdata = SnpRefusals.MDATA.applyAsInt(fw);
        return mdata >= 0 && (isWithin(fw, mdata, fw.command.page.get())
                || isWithin(fw, mdata, fw.command.to.get()));
    }

    /** Whether the swapped page is one of the guest's, and not a METADATA page. */
    private static boolean isGuests(Firmware fw) {
        return !fw.command.snp.swap.is(SwapType.METADATA);
    }

    private static boolean cannotGo(Firmware fw) {
        int page = fw.command.page.get();
        return isGuests(fw) ? !fw.pages.is(page, PageState.PRE_GUEST, PageState.PRE_SWAP)
                : !fw.pages.is(page, PageState.METADATA);
    }

    static boolean otherOwner(Firmware fw, ToIntFunction<Firmware> page) {
        return fw.pages.is(page.applyAsInt(fw), PageState.METADATA)
                ? SnpRefusals.otherContext(fw, page)
                : SnpRefusals.otherOwner(page).test(fw);
    }

    private static boolean isWithin(Firmware fw, int page, int first) {
        return page >= first && page < first + SnpUnit.pages(fw);
    }

    /** A page behind the model's last is DEFAULT. */
    private static boolean mayNotReceive(Firmware fw) {
        for (int i = 0; i < SnpUnit.pages(fw); i++) {
            if (!fw.pages.isFirmwareWritable(fw.command.to.get() + i)) {
                return true;
            }
        }
        return false;
    }

    /** The tag is over all that was swapped out. */
    private static boolean isIntact(Firmware fw) {
        for (int i = 0; i < SnpUnit.pages(fw); i++) {
            int page = fw.command.page.get() + i;
            if (page < fw.bounds.pages() && !entry(fw).seal.fits(fw.pages.get(page).seal)) {
                return false;
            }
        }
        return true;
    }

    private static Page source(Firmware fw) {
        return fw.pages.get(fw.command.page.get());
    }

    private static SwapEntry entry(Firmware fw) {
        return hasMdata(fw) ? fw.pages.get(SnpRefusals.MDATA.applyAsInt(fw)).swapped
                : fw.snpGuest().root;
    }

    private static void lock(Firmware fw, ToIntFunction<Firmware> page, boolean locked) {
        SnpRefusals.entry(fw, page).locked.become(locked);
    }

    private static void seal(Firmware fw) {
        SnpGuest guest = fw.snpGuest();
        Page from = source(fw);
        RmpEntry rmp = SnpRefusals.entry(fw, SnpRefusals.PAGE);
        guest.iv.increment();
        SwapEntry entry = entry(fw);
        entry.clear();
        entry.valid.raise();
        entry.type.become(fw.command.snp.swap.get());
        entry.seal.become(guest);
        if (isGuests(fw)) {
            entry.gpa.become(fw.pages.gpa(from.number()));
            entry.validated.become(rmp.validated.isSet());
            entry.permissions.become(rmp.permissions.get());
        }
        SnpUnit.copy(fw, from.number(), to -> to.seal.become(guest));
    }

    private static void unseal(Firmware fw) {
        SnpUnit.copy(fw, fw.command.page.get(), to -> to.seal.clear());
        entry(fw).valid.clear();
    }

    private static void arrive(Firmware fw, RmpEntry rmp) {
        SwapEntry entry = entry(fw);
        if (isGuests(fw)) {
            rmp.validated.become(entry.validated.isSet());
            rmp.permissions.become(entry.permissions.get());
            rmp.vmsa.become(fw.command.snp.swap.is(SwapType.VMSA));
        } else {
            SnpPages.becomeMetadata(rmp, fw.command.snp.gctx.get());
        }
        entry.clear();
    }
}
