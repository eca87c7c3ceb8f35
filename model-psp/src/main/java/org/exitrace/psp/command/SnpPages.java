package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.Status;

/** How the firmware gives pages another state. */
final class SnpPages {

    private static final String SOURCE = "SEV firmware, e.1, e.4";

    private SnpPages() {
    }

    static List<Handler> all() {
        return List.of(initMetadata(), setState(), reclaim(), unsmash());
    }

    private static Handler initMetadata() {
        return Handler.of(CommandId.SNP_MD_INIT, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.PAGE)
                .next("read the RMP entry of the page")
                .refuse("page-state", Status.INVALID_PAGE_STATE, "the page is not FIRMWARE",
                        SnpRefusals.notIn(SnpRefusals.PAGE, PageState.FIRMWARE))
                .with(SnpRefusals::launched)
                .next("zero the page")
                .does(fw -> fw.write(fw.command.page.get(), 0))
                .with(handler -> SnpRefusals.change(handler, "the page", SnpRefusals.PAGE,
                        (fw, entry) -> becomeMetadata(entry, fw.command.snp.gctx.get())))
                .moves(new Move("page", PageState.FIRMWARE, PageState.METADATA));
    }

    /** Its address in the entry becomes that of the context. */
    static void becomeMetadata(RmpEntry entry, int context) {
        entry.tag.become(RmpEntry.TAG_METADATA);
        entry.gpa.become(context + 1);
    }

    private static Handler setState() {
        return Handler.of(CommandId.SNP_PAGE_SET_STATE, SOURCE)
                .takes(Argument.PAGE)
                .refuseFlaw("length", Status.INVALID_LENGTH, "the length is wrong")
                .refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set")
                .with(SnpRefusals::initialised)
                .refuseFlaw("address", Status.INVALID_ADDRESS,
                        "an address in the list is wrong")
                .next("read the RMP entry of the page")
                .refuse("page-state", Status.INVALID_PAGE_STATE, "the page is not FIRMWARE",
                        SnpRefusals.notIn(SnpRefusals.PAGE, PageState.FIRMWARE))
                .with(handler -> SnpRefusals.change(handler, "the page", SnpRefusals.PAGE,
                        (fw, entry) -> entry.assigned.clear()))
                .moves(new Move("page", PageState.FIRMWARE, PageState.HV_FIXED));
    }

    private static Handler reclaim() {
        return Handler.of(CommandId.SNP_PAGE_RECLAIM, SOURCE)
                .with(SnpRefusals::platform)
                .takes(Argument.PAGE, Argument.SIZE)
                .refuseFlaw("address", Status.INVALID_ADDRESS, "the address is out of range")
                .next("read the RMP entry of the page")
                .refuse("uncovered", Status.INVALID_ADDRESS,
                        "the table does not cover the address (our reading)",
                        fw -> fw.pages.is(fw.command.page.get(), PageState.DEFAULT))
                .refuse("page-size", Status.INVALID_PAGE_SIZE, "the page is of another size",
                        SnpRefusals.otherSize(SnpRefusals.PAGE))
                .refuse("page-alignment", Status.INVALID_ADDRESS,
                        "the address is not that of a large page",
                        fw -> fw.command.snp.large.isSet()
                                && Pages.base(fw.command.page.get()) != fw.command.page.get())
                .succeedIf("mutable", "the page is not immutable",
                        fw -> SnpRefusals.entry(fw, SnpRefusals.PAGE).immutable.isClear())
                .refuse("page-state", Status.INVALID_PAGE_STATE,
                        "the page is in a state in which it cannot be reclaimed",
                        SnpRefusals.notIn(SnpRefusals.PAGE, PageState.METADATA,
                                PageState.FIRMWARE, PageState.PRE_GUEST, PageState.PRE_SWAP))
                .with(handler -> SnpRefusals.change(handler, "the page", SnpRefusals.PAGE,
                        (fw, entry) -> release(entry)))
                .moves(new Move("page", PageState.METADATA, PageState.RECLAIM))
                .moves(new Move("page", PageState.FIRMWARE, PageState.RECLAIM))
                .moves(new Move("page", PageState.PRE_GUEST, PageState.GUEST_INVALID))
                .moves(new Move("page", PageState.PRE_SWAP, PageState.GUEST_VALID));
    }

    private static void release(RmpEntry entry) {
        entry.immutable.clear();
        if (entry.asid.is(0)) {
            entry.tag.clear();
            entry.gpa.clear();
        }
    }

    private static Handler unsmash() {
        return Handler.of(CommandId.SNP_PAGE_UNSMASH, SOURCE)
                .takes(Argument.PAGE)
                .refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set")
                .refuse("page-alignment", Status.INVALID_PARAM,
                        "the address is not that of a large page",
                        fw -> Pages.base(fw.command.page.get()) != fw.command.page.get())
                .with(SnpRefusals::initialised)
                .refuseFlaw("address", Status.INVALID_ADDRESS, "the page overlaps the RMP")
                .next("read the RMP entries of the large page")
                .refuse("page-state", Status.INVALID_PAGE_STATE,
                        "the entries are not immutable pages of one guest in a row",
                        fw -> !areOne(fw, fw.command.page.get()))
                .next("lock the RMP entries of the large page")
                .does(fw -> entriesOf(fw).forEach(entry -> entry.locked.raise()))
                .next("fill and unlock the RMP entries of the large page")
                .does(SnpPages::join);
    }

    private static List<RmpEntry> entriesOf(Firmware fw) {
        int first = fw.command.page.get();
        return fw.pages.all.subList(first, first + Pages.PER_LARGE).stream()
                .map(page -> page.entry).toList();
    }

    private static boolean areOne(Firmware fw, int first) {
        if (first + Pages.PER_LARGE > fw.pages.all.size()) {
            return false;
        }
        RmpEntry one = fw.pages.get(first).entry;
        if (one.gpa.get() % Pages.PER_LARGE != 0) {
            return false;
        }
        for (int i = 0; i < Pages.PER_LARGE; i++) {
            RmpEntry entry = fw.pages.get(first + i).entry;
            boolean fits = entry.large.isClear() && entry.immutable.isSet()
                    && entry.vmsa.isClear() && !entry.asid.is(0)
                    && entry.asid.is(one.asid.get())
                    && entry.validated.isSet() == one.validated.isSet()
                    && entry.permissions.get() == one.permissions.get()
                    && entry.gpa.is(one.gpa.get() + i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static void join(Firmware fw) {
        List<RmpEntry> entries = entriesOf(fw);
        entries.forEach(entry -> entry.locked.clear());
        entries.get(0).large.raise();
        entries.subList(1, entries.size()).forEach(RmpEntry::clear);
    }
}
