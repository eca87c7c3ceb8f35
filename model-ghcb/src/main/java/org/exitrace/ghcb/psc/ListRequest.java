package org.exitrace.ghcb.psc;

import static org.exitrace.ghcb.design.GuestCode.LINUX;
import static org.exitrace.ghcb.design.GuestCode.OAK;
import static org.exitrace.ghcb.design.GuestCode.OVMF;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.design.GuestCode;
import org.exitrace.ghcb.design.PscHeaderCheck;
import org.exitrace.ghcb.exchange.Termination;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.spec.PageStateList;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * A list of page state changes in the shared buffer, handed to the host until it is done. Linux
 * asks again while {@code cur_entry <= end_entry}, and compares what comes back with the first
 * header only; OVMF asks again and compares nothing; COCONUT-SVSM asks once and looks at
 * SW_EXITINFO1 only; Oak asks once for each page and wants {@code cur_entry} past the end.
 */
final class ListRequest {

    private static final String SOURCE = "docs/ghcb.md d.4";
    private static final String COST = "guest.instruction";

    private final GuestCode flavour;
    private final boolean remembers;

    ListRequest(Design design) {
        flavour = design.get(GuestCode.SWITCH);
        remembers = design.get(PscHeaderCheck.SWITCH) == PscHeaderCheck.REMEMBERED;
    }

    /** Asks the host to change the pages of {@code range}; the guest ends where that fails. */
    Routine<GhcbGuest> of(Range range) {
        return Routine.named("page_state_change", SOURCE, code -> {
            if (flavour == OAK) {
                range.gfns().forEach(gfn -> exchange(code, new Range(gfn, 1, range.toShared())));
            } else {
                exchange(code, range);
            }
        });
    }

    private void exchange(Block<GhcbGuest> code, Range range) {
        int last = range.pages() - 1;
        access(code, "clears the valid bitmap", guest -> guest.own().valid.clear());
        write(code, range);
        if (remembers) {
            remembering(code, last);
        } else if (flavour == LINUX || flavour == OVMF) {
            whileUndone(code, last);
        } else {
            once(code, last);
        }
        access(code, "clears the valid bitmap again", guest -> guest.own().valid.clear());
        code.local(guest -> guest.snp().forgetList());
    }

    private static void write(Block<GhcbGuest> code, Range range) {
        for (int i = 0; i < range.pages(); i++) {
            int word = i + 1;
            long entry = PageStateList.entry(range.first() + i, range.operation());
            access(code, "entry " + i + ": page " + (range.first() + i) + " " + range.state(),
                    guest -> guest.own().buffer.get(word).become(entry));
        }
        access(code, "header: entries 0 to " + (range.pages() - 1), guest ->
                guest.own().buffer.get(0).become(PageStateList.header(range.pages() - 1)));
    }

    /** {@code while (hdr->cur_entry <= hdr->end_entry)}: each is read from the page. */
    private void whileUndone(Block<GhcbGuest> code, int last) {
        code.forever(loop -> {
            readsCur(loop);
            readsEnd(loop);
            loop.when(guest -> guest.snp().cur.get() > guest.snp().end.get(), Block::leave);
            issue(loop, last);
            failsIf(loop, "reads SW_EXITINFO1", ListRequest::info1);
            failsIf(loop, "reads SW_EXITINFO2",
                    guest -> guest.own().get(GhcbField.SW_EXITINFO2));
            if (flavour == LINUX) {
                failsIf(loop, "reads the header's reserved part",
                        guest -> PageStateList.reserved(header(guest)));
                failsIf(loop, "compares end_entry with the first",
                        guest -> PageStateList.end(header(guest)) > last ? 1 : 0);
            }
        });
    }

    /** What is proposed: the header is read once per round, and must not have gone back. */
    private void remembering(Block<GhcbGuest> code, int last) {
        code.forever(loop -> {
            issue(loop, last);
            failsIf(loop, "reads SW_EXITINFO1", ListRequest::info1);
            failsIf(loop, "reads SW_EXITINFO2",
                    guest -> guest.own().get(GhcbField.SW_EXITINFO2));
            access(loop, "reads the header", guest -> {
                guest.snp().cur.become(PageStateList.cur(header(guest)));
                guest.snp().end.become(header(guest) >>> 16);
            });
            loop.when(guest -> guest.snp().cur.get() < guest.snp().issuedCur.get()
                    || !guest.snp().end.is(last), ListRequest::end);
            loop.when(guest -> guest.snp().cur.get() > last, Block::leave);
        });
    }

    private void once(Block<GhcbGuest> code, int last) {
        issue(code, last);
        access(code, "reads SW_EXITINFO1", guest -> {
            guest.snp().cur.become(info1(guest));
            guest.snp().failed.become(guest.own().get(GhcbField.SW_EXITINFO2) != 0);
        });
        code.when(guest -> !guest.snp().cur.is(0), ListRequest::end);
        if (flavour == OAK) {
            readsCur(code);
            readsEnd(code);
            code.when(guest -> guest.snp().cur.get() <= guest.snp().end.get(), ListRequest::end);
        }
        code.local(ListRequest::noteError);
    }

    /** History: what stood in SW_EXITINFO2, which nobody has looked at. */
    private static void noteError(GhcbGuest guest) {
        if (guest.snp().failed.testAndClear()) {
            guest.snp().errorIgnored.raise();
        }
    }

    private static void readsCur(Block<GhcbGuest> code) {
        access(code, "reads cur_entry",
                guest -> guest.snp().cur.become(PageStateList.cur(header(guest))));
    }

    private static void readsEnd(Block<GhcbGuest> code) {
        access(code, "reads end_entry",
                guest -> guest.snp().end.become(PageStateList.end(header(guest))));
    }

    private void issue(Block<GhcbGuest> code, int last) {
        code.local(guest -> noteIssue(guest.snp(), last));
        code.given(flavour != OVMF, each -> each.local(
                guest -> guest.msr.become(guest.own().address())));
        field(code, GhcbField.SW_SCRATCH,
                guest -> guest.own().address() + GhcbField.SHARED_BUFFER);
        field(code, GhcbField.SW_EXITCODE, guest -> NaeEvent.PAGE_STATE_CHANGE.code());
        field(code, GhcbField.SW_EXITINFO1, guest -> 0);
        field(code, GhcbField.SW_EXITINFO2, guest -> 0);
        code.step("VMGEXIT: page state change", guest -> {
            guest.snp().pending.raise();
            guest.cpu.leave(GuestExit.VMGEXIT);
        }).costs("vmexit.ghcb").mayRest();
    }

    private static void noteIssue(SnpSide snp, int last) {
        boolean back = snp.cur.get() < snp.issuedCur.get() || !snp.end.is(last);
        if (snp.issued.isSet() && back) {
            snp.rewoundReissued.raise();
        }
        snp.issued.raise();
        snp.issuedCur.become(snp.cur.get());
    }

    private static void failsIf(
            Block<GhcbGuest> code, String name, ToLongFunction<GhcbGuest> read) {
        code.test(name, guest -> read.applyAsLong(guest) != 0, ListRequest::end)
                .costs(COST).mayRest();
    }

    private static void end(Block<GhcbGuest> code) {
        code.local(guest -> guest.snp().forget())
                .call(Termination.ask(Termination.LINUX, Termination.PAGE_STATE_CHANGE)).done();
    }

    private static void field(
            Block<GhcbGuest> code, GhcbField field, ToLongFunction<GhcbGuest> value) {
        access(code, "writes " + field,
                guest -> guest.own().write(field, value.applyAsLong(guest)));
        access(code, field + " is valid", guest -> guest.own().markValid(field));
    }

    private static long info1(GhcbGuest guest) {
        return guest.own().get(GhcbField.SW_EXITINFO1) & 0xFFFF_FFFFL;
    }

    private static long header(GhcbGuest guest) {
        GhcbPage page = guest.own();
        return page.buffer.get(0).get();
    }

    private static void access(Block<GhcbGuest> code, String name,
            Consumer<GhcbGuest> effect) {
        code.step(name, effect).costs(COST).mayRest();
    }
}
