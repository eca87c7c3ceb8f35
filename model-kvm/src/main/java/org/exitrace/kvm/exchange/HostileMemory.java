package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.PageStateList;
import org.exitrace.kvm.rmp.GuestPages;
import org.exitrace.kvm.vmgexit.SevEsState;

/**
 * What a hostile host can do to the memory of an SNP guest, and to its lists of page state changes:
 * docs/ghcb.md g 28 and 29.
 */
final class HostileMemory {

    private static final String REMAP = "docs/ghcb.md g 28";
    private static final String REWIND = "docs/ghcb.md g 29";

    private final List<SevEsState> states;
    private final SnpParts parts;

    HostileMemory(List<SevEsState> states, SnpParts parts) {
        this.states = List.copyOf(states);
        this.parts = parts;
    }

    /** All that he can do; nothing where the guest has no memory. */
    List<Misbehaviour> misbehaviours() {
        List<Misbehaviour> all = new ArrayList<>();
        parts.changing().ifPresent(memory -> {
            pages(memory, all);
            states.forEach(state -> list(state.guest.own(), all));
        });
        return all;
    }

    /**
     * RMPUPDATE and the nested page table; the guest notices when it touches the page. Pages that
     * are VMSAs stay where they are: what VMRUN makes of others is not modelled.
     */
    private static void pages(GuestPages memory, List<Misbehaviour> all) {
        for (int i = 0; i < memory.pages(); i++) {
            for (int j = 0; j < memory.pages(); j++) {
                int gfn = i;
                int page = j;
                all.add(new Misbehaviour("gives page " + page + " as guest page " + gfn, REMAP,
                        () -> memory.page(gfn) != page && moves(memory, gfn, page), () -> {
                            memory.assign(page, gfn);
                            memory.remap(gfn, page);
                        }));
                all.add(new Misbehaviour("lets guest page " + gfn + " lead to page " + page, REMAP,
                        () -> memory.page(gfn) != page && memory.isAssigned(page, gfn)
                                && moves(memory, gfn, page),
                        () -> memory.remap(gfn, page)));
            }
        }
    }

    private static boolean moves(GuestPages memory, int gfn, int page) {
        return !memory.isVmsa(gfn) && !memory.isVmsa(page);
    }

    private static void list(GhcbPage page, List<Misbehaviour> all) {
        String list = "GHCB[" + page.number() + "] list: ";
        WordCell header = page.buffer.get(0);
        change(list + "cur_entry = 0", header, was -> PageStateList.withCur(was, 0), all);
        change(list + "cur_entry behind the end", header,
                was -> PageStateList.withCur(was, PageStateList.end(was) + 1L), all);
        change(list + "one entry more", header, was -> PageStateList.withCur(
                PageStateList.header(PageStateList.end(was) + 1), PageStateList.cur(was)), all);
    }

    private static void change(
            String name, WordCell cell, LongUnaryOperator to, List<Misbehaviour> all) {
        all.add(new Misbehaviour(name, REWIND,
                () -> cell.get() != to.applyAsLong(cell.get()),
                () -> cell.become(to.applyAsLong(cell.get()))));
    }
}
