package org.exitrace.ghcb.host;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.memory.GuestMemory;
import org.exitrace.ghcb.memory.PageAnswer;

/** Pages that are the guest's or not, validated or not, and VMSAs or not; each leads to itself. */
public final class PlainMemory extends Region implements GuestMemory {

    /** The pages of the guest; at first all. */
    public final BitsCell assigned;
    /** The pages that it has validated; at first all. */
    public final BitsCell validated;
    /** The pages that may be VMSAs; at first none. */
    public final BitsCell vmsas;

    private final int pages;

    /** Declares {@code pages} pages in {@code scope}. */
    public PlainMemory(CellScope scope, int pages) {
        super(scope);
        this.pages = pages;
        assigned = cells().bits("assigned", pages).initially((1L << pages) - 1);
        validated = cells().bits("validated", pages).initially((1L << pages) - 1);
        vmsas = cells().bits("vmsas", pages);
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public PageAnswer pvalidate(int gfn, boolean valid) {
        if (validated.has(gfn) == valid) {
            return PageAnswer.UNCHANGED;
        }
        set(validated, gfn, valid);
        return PageAnswer.DONE;
    }

    @Override
    public PageAnswer touch(int gfn) {
        if (!assigned.has(gfn)) {
            return PageAnswer.FAULT;
        }
        return validated.has(gfn) ? PageAnswer.DONE : PageAnswer.NOT_VALIDATED;
    }

    @Override
    public PageAnswer adjust(int gfn, int vmpl, boolean vmsa) {
        PageAnswer answer = touch(gfn);
        if (answer == PageAnswer.DONE && vmpl == 0) {
            set(vmsas, gfn, vmsa);
        }
        return answer == PageAnswer.DONE && vmpl != 0 ? PageAnswer.DENIED : answer;
    }

    private static void set(BitsCell bits, int gfn, boolean value) {
        if (value) {
            bits.add(gfn);
        } else {
            bits.remove(gfn);
        }
    }

    @Override
    public boolean isValidated(int gfn) {
        return validated.has(gfn);
    }

    @Override
    public boolean isPrivate(int gfn) {
        return assigned.has(gfn);
    }

    @Override
    public boolean isVmsa(int gfn) {
        return vmsas.has(gfn);
    }
}
