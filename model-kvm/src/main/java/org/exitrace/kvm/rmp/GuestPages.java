package org.exitrace.kvm.rmp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.memory.GuestMemory;
import org.exitrace.ghcb.memory.PageAnswer;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.RmpAnswer;

/**
 * Pages of one SNP guest, with an entry of the reverse map table for each and the host's choice
 * where each guest page leads. At first guest page n is page n, private and validated, as the
 * launch leaves it, or the host's.
 */
public final class GuestPages extends Region implements GuestMemory {

    private static final int ASID = 1;
    private static final int TARGET_VMPL = 1;

    private final List<RmpEntry> entries = new ArrayList<>();
    private final List<IndexCell> nested = new ArrayList<>();
    private IntPredicate inUse = page -> false;

    private GuestPages(CellScope scope, ModelBuilder model, int pages, long unaccepted) {
        super(scope);
        FirmwareBounds bounds = new FirmwareBounds(1, 1, 1, ASID, 1, pages);
        for (int page = 0; page < pages; page++) {
            nested.add(cells().index("nested[" + page + "]", pages).initially(page));
            RmpEntry entry = new RmpEntry(model.region("rmp[" + page + "]"), bounds);
            if ((unaccepted >>> page & 1) == 0) {
                entry.assigned.initially(true);
                entry.asid.initially(ASID);
                entry.gpa.initially(page);
                entry.validated.initially(true);
            }
            entries.add(entry);
        }
    }

    /** {@code pages} pages of a guest that was launched; those of {@code unaccepted} are not. */
    public static GuestPages of(ModelBuilder model, int pages, long unaccepted) {
        return new GuestPages(model.region("guest_memory"), model, pages, unaccepted);
    }

    @Override
    public int pages() {
        return entries.size();
    }

    /** To which page guest page {@code gfn} leads. */
    public int page(int gfn) {
        return nested.get(gfn).get();
    }

    /** Lets guest page {@code gfn} lead to {@code page}. */
    public void remap(int gfn, int page) {
        nested.get(gfn).become(page);
    }

    /** What {@code page} is to the table. */
    public PageState state(int page) {
        return entries.get(page).state();
    }

    /** Says from which pages virtual CPUs run at this moment: RMPUPDATE leaves those alone. */
    public void runFrom(IntPredicate pages) {
        inUse = pages;
    }

    /** RMPUPDATE: {@code page} becomes guest page {@code gfn}, not validated. */
    public void assign(int page, int gfn) {
        RmpEntry entry = entries.get(page);
        entry.clear();
        entry.assigned.raise();
        entry.asid.become(ASID);
        entry.gpa.become(gfn);
    }

    /** RMPUPDATE: {@code page} becomes the host's, unless it is in use: FAIL_INUSE. */
    public boolean release(int page) {
        if (inUse.test(page)) {
            return false;
        }
        entries.get(page).clear();
        return true;
    }

    /** Whether {@code page} is guest page {@code gfn} to the table. */
    public boolean isAssigned(int page, int gfn) {
        RmpEntry entry = entries.get(page);
        return entry.assigned.isSet() && entry.asid.is(ASID) && entry.gpa.is(gfn);
    }

    @Override
    public PageAnswer pvalidate(int gfn, boolean valid) {
        if (!isPrivate(gfn)) {
            return PageAnswer.FAULT;
        }
        return entries.get(page(gfn)).validate(valid) == RmpAnswer.SUCCESS
                ? PageAnswer.DONE : PageAnswer.UNCHANGED;
    }

    @Override
    public PageAnswer touch(int gfn) {
        if (!isPrivate(gfn)) {
            return PageAnswer.FAULT;
        }
        return entries.get(page(gfn)).validated.isSet()
                ? PageAnswer.DONE : PageAnswer.NOT_VALIDATED;
    }

    @Override
    public PageAnswer adjust(int gfn, int vmpl, boolean vmsa) {
        if (!isPrivate(gfn)) {
            return PageAnswer.FAULT;
        }
        return switch (entries.get(page(gfn)).adjust(vmpl, TARGET_VMPL, 0, vmsa)) {
            case SUCCESS -> PageAnswer.DONE;
            case VC -> PageAnswer.NOT_VALIDATED;
            default -> PageAnswer.DENIED;
        };
    }

    @Override
    public boolean isValidated(int gfn) {
        return copies(gfn) > 0;
    }

    @Override
    public boolean isPrivate(int gfn) {
        return isAssigned(page(gfn), gfn);
    }

    @Override
    public boolean isVmsa(int gfn) {
        return isPrivate(gfn) && entries.get(page(gfn)).vmsa.isSet();
    }

    /** Page {@code gfn} begins as a VMSA. */
    public void beginsAsVmsa(int gfn) {
        entries.get(gfn).vmsa.initially(true);
    }

    /** How many pages are validated as guest page {@code gfn}. */
    public int copies(int gfn) {
        int copies = 0;
        for (int page = 0; page < entries.size(); page++) {
            if (isAssigned(page, gfn) && entries.get(page).validated.isSet()) {
                copies++;
            }
        }
        return copies;
    }
}
