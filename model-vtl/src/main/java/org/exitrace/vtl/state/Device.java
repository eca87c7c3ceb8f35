package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.AccessMask;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * A device that accesses pages of the guest by itself, one at a time, with the rights of VTL0; and
 * the IOMMU in front of it. Source: docs/vtl.md c.5, I-35, I-37.
 */
public final class Device extends Region {

    /** What has become of the access that was asked for. */
    public enum Answer { NONE, DONE, REFUSED }

    /** Around the entries of the IOMMU. */
    public final MutexCell lock = new MutexCell(cells(), "iommu_lock");
    /** What has become of its last access. */
    public final EnumCell<Answer> answer = cells().choice("answer", Answer.class);
    /** What it has read or shall write. */
    public final CountCell word = cells().count("word", 0, Register.MOST);
    /** It took rights for granted that VTL0 did not have. */
    public final FlagCell overreached = ghost().flag("overreached");
    /** It has accessed a page behind the promise that VTL0 has no right to it. */
    public final FlagCell trespassed = ghost().flag("trespassed");

    private final IndexCell page;
    private final FlagCell writes = cells().flag("writes");
    private final BitsCell pinned;
    private final List<BitsCell> entries = new ArrayList<>();
    private final List<BitsCell> cached = new ArrayList<>();
    private final Memory memory;

    Device(CellScope scope, Memory memory, int pages) {
        super(scope);
        this.memory = memory;
        page = cells().index("page", pages);
        pinned = cells().bits("pinned", pages);
        for (int number = 0; number < pages; number++) {
            entries.add(cells().bits("iommu[" + number + "]", 4).initially(AccessMask.ALL));
            cached.add(cells().bits("iotlb[" + number + "]", 4));
        }
    }

    /** It shall read {@code number}, or write {@code value} there; whether it does nothing else. */
    public boolean asks(int number, boolean isWrite, int value) {
        if (isAsked()) {
            return false;
        }
        answer.clear();
        page.become(number);
        writes.become(isWrite);
        word.become(value);
        return true;
    }

    /** Whether an access is asked for. */
    public boolean isAsked() {
        return !page.isNone();
    }

    /** Whether its last access was a write. */
    public boolean isWrite() {
        return writes.isSet();
    }

    /** Whether {@code number} is pinned. */
    boolean isPinned(int number) {
        return pinned.has(number);
    }

    /** What it keeps of the entry, or else the entry of now, allows the access. */
    public boolean looksUp() {
        BitsCell kept = cached.get(page.get());
        if ((kept.get() & right()) == 0) {
            kept.become(entries.get(page.get()).get());
            judges((kept.get() & right()) != 0);
        }
        return (kept.get() & right()) != 0;
    }

    /** It pins the page, if VTL0 may do that. */
    public boolean pins() {
        boolean may = (memory.translation(page.get(), VtlNumber.LOWEST, 0) & right()) != 0;
        judges(may);
        if (may) {
            pinned.add(page.get());
        }
        return may;
    }

    private void judges(boolean taken) {
        if (taken && !memory.pages().get(page.get()).mayHave(VtlNumber.LOWEST, right(), 0)) {
            overreached.raise();
        }
    }

    /** It accesses the page by what it keeps; whether it could. */
    public boolean accessesByKept() {
        boolean may = (cached.get(page.get()).get() & right()) != 0;
        if (may) {
            accesses();
        }
        return may;
    }

    /** It accesses the page. */
    public void accesses() {
        Page memoryPage = memory.pages().get(page.get());
        if (!memoryPage.mayHave(VtlNumber.LOWEST, right(), 0)) {
            trespassed.raise();
        }
        if (writes.isSet()) {
            memoryPage.word.become(word.get());
        } else {
            word.become(memoryPage.word.get());
        }
    }

    /** It is through with what it was asked for. */
    public void ends(Answer how) {
        pinned.clear();
        page.clear();
        answer.become(how);
    }

    /** The entries of {@code count} pages are written by what VTL0 may do now. */
    public void follows(int first, int count) {
        for (int number = first; number < first + count; number++) {
            entries.get(number).become(memory.translation(number, VtlNumber.LOWEST, 0));
        }
    }

    /** What it keeps of the entries of {@code count} pages is gone; no access goes by it still. */
    public void invalidates(int first, int count) {
        for (int number = first; number < first + count; number++) {
            cached.get(number).clear();
        }
    }

    /** The partition is reset, and with it what VTL0 may do. */
    void resets() {
        follows(0, entries.size());
        invalidates(0, cached.size());
    }

    private int right() {
        return writes.isSet() ? AccessMask.WRITE : AccessMask.READ;
    }
}
