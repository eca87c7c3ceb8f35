package org.exitrace.psp.command;

import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.Status;

/**
 * SNP_PAGE_MOVE. What becomes of the two pages of a METADATA move, source FIRMWARE and destination
 * METADATA, is our reading.
 */
final class SnpMove {

    private SnpMove() {
    }

    static Handler handler() {
        return Handler.of(CommandId.SNP_PAGE_MOVE, "SEV firmware, e.1")
                .with(SnpRefusals::context)
                .takes(Argument.PAGE, Argument.TO, Argument.SIZE)
                .next("read the RMP entry of the source")
                .refuse("source-size", Status.INVALID_PAGE_SIZE,
                        "the source is of another size",
                        SnpRefusals.otherSize(SnpRefusals.PAGE))
                .next("read the RMP entry of the destination")
                .refuse("target-size", Status.INVALID_PAGE_SIZE,
                        "the destination is of another size",
                        SnpRefusals.otherSize(SnpRefusals.TO))
                .with(SnpRefusals::launched)
                .with(SnpRefusals::inactive)
                .refuse("page-state", Status.INVALID_PAGE_STATE,
                        "source and destination are no pair that can be moved",
                        fw -> !isGuests(fw) && !isMetadata(fw))
                .refuse("owner", Status.INVALID_PAGE_OWNER, "a page is another guest's",
                        fw -> SnpSwap.otherOwner(fw, SnpRefusals.PAGE)
                                || isGuests(fw) && SnpSwap.otherOwner(fw, SnpRefusals.TO))
                .next("move the page")
                .does(SnpMove::copy)
                .with(handler -> SnpRefusals.change(
                        handler, "the destination", SnpRefusals.TO, SnpMove::arrive))
                .with(handler -> SnpRefusals.change(
                        handler, "the source", SnpRefusals.PAGE, SnpMove::leave))
                .moves(new Move("page", PageState.PRE_GUEST, PageState.GUEST_INVALID))
                .moves(new Move("page", PageState.PRE_GUEST, PageState.GUEST_VALID))
                .moves(new Move("page", PageState.PRE_SWAP, PageState.GUEST_INVALID))
                .moves(new Move("page", PageState.METADATA, PageState.FIRMWARE))
                .moves(new Move("page", PageState.FIRMWARE, PageState.METADATA));
    }

    private static boolean isGuests(Firmware fw) {
        return fw.pages.is(fw.command.page.get(), PageState.PRE_GUEST, PageState.PRE_SWAP)
                && fw.pages.is(fw.command.to.get(), PageState.PRE_GUEST);
    }

    private static boolean isMetadata(Firmware fw) {
        return fw.pages.is(fw.command.page.get(), PageState.METADATA)
                && fw.pages.is(fw.command.to.get(), PageState.FIRMWARE);
    }

    private static void copy(Firmware fw) {
        int from = fw.command.page.get();
        SnpUnit.copy(fw, from, to -> { });
        for (int i = 0; i < SnpUnit.pages(fw); i++) {
            fw.write(SnpUnit.first(fw, from) + i, 0);
        }
    }

    private static void arrive(Firmware fw, RmpEntry to) {
        RmpEntry from = SnpRefusals.entry(fw, SnpRefusals.PAGE);
        if (to.asid.is(0)) {
            SnpPages.becomeMetadata(to, fw.command.snp.gctx.get());
            return;
        }
        to.immutable.clear();
        to.validated.become(from.validated.isSet());
        to.permissions.become(from.permissions.get());
        to.vmsa.become(from.vmsa.isSet());
    }

    private static void leave(Firmware fw, RmpEntry from) {
        if (from.asid.is(0)) {
            from.tag.clear();
            from.gpa.clear();
            return;
        }
        from.immutable.clear();
        from.validated.clear();
        from.vmsa.clear();
        from.permissions.clear();
    }
}
