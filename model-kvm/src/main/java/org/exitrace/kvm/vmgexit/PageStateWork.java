package org.exitrace.kvm.vmgexit;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.spec.PageStateList;
import org.exitrace.psp.firmware.Pages;

/**
 * What KVM keeps of a list of page state changes while it works on it: {@code psc_idx},
 * {@code psc_inflight} and copies. The list itself lies in the guest's buffer, so that each access
 * to it is a step.
 */
public final class PageStateWork extends Region {

    private static final int INDICES = 0x1_0000;

    /** Where the list begins: a word of the shared buffer. */
    final CountCell base;
    /** {@code psc_idx}: the entry at which the work stands. */
    final CountCell index = cells().count("psc_idx", INDICES);
    /** The last entry, as it was read last. */
    final CountCell end = cells().count("end_entry", INDICES);
    /** The first entry of the range at hand. */
    final WordCell entry = cells().word("entry");
    /** {@code psc_inflight}: how many entries are in the range at hand. */
    final CountCell inflight;
    /** How many small pages are in the range at hand. */
    final CountCell pages;
    /** Of the range at hand: those that user space has converted. */
    public final CountCell converted;

    /** Entries that were handed to user space, or taken for done, in this exit. */
    final BitsCell handled;
    /** An entry was, twice. */
    public final FlagCell handledTwice = ghost().flag("handled_twice");
    /** Other bits of an entry were used than were checked. */
    public final FlagCell unchecked = ghost().flag("unchecked");
    /** PSMASH or UNSMASH was told to be done by way of the GHCB MSR. */
    public final FlagCell smashedByMsr = ghost().flag("smashed_by_msr");

    /** Declares it in {@code scope}, for a shared buffer of {@code words} words. */
    public PageStateWork(CellScope scope, int words) {
        super(scope);
        base = cells().count("base", words);
        inflight = cells().count("psc_inflight", words);
        pages = cells().count("pages", words * Pages.PER_LARGE);
        converted = cells().count("converted", words * Pages.PER_LARGE);
        handled = ghost().bits("handled", words);
    }

    /** The first guest page of the range at hand. */
    public long first() {
        return PageStateList.gfn(entry.get()) + PageStateList.curPage(entry.get());
    }

    /** How many pages it has. */
    public int count() {
        return pages.get();
    }

    /** Whether they become shared, and not private. */
    public boolean toShared() {
        return PageStateList.operation(entry.get()) == PageStateList.SHARED;
    }

    /** Whether user space knows the operation. */
    boolean isSupported() {
        int operation = PageStateList.operation(entry.get());
        return operation == PageStateList.SHARED || operation == PageStateList.PRIVATE;
    }

    /** How many small pages an entry stands for. */
    static int pagesOf(long entry) {
        return PageStateList.isLarge(entry) ? Pages.PER_LARGE : 1;
    }

    /** Whether an entry's page is aligned, and its progress within it. */
    static boolean isSound(long entry) {
        return PageStateList.curPage(entry) <= pagesOf(entry)
                && PageStateList.gfn(entry) % pagesOf(entry) == 0;
    }

    /** Whether {@code next} goes on where the range at hand ends, and in the same way. */
    boolean isFollowedBy(long next) {
        boolean large = PageStateList.isLarge(entry.get())
                && PageStateList.curPage(entry.get()) == 0;
        return PageStateList.operation(next) == PageStateList.operation(entry.get())
                && PageStateList.gfn(next) == PageStateList.gfn(entry.get()) + pages.get()
                && PageStateList.curPage(next) == 0
                && PageStateList.isLarge(next) == large;
    }

    /** Begins a range with the entry that was read. */
    void beginRange() {
        pages.become(Math.max(0,
                pagesOf(entry.get()) - (int) PageStateList.curPage(entry.get())));
        inflight.become(1);
    }

    /** Notes which entries are in the range at hand: history only. */
    void noteHandled() {
        for (int i = index.get(); i < index.get() + inflight.get(); i++) {
            if (handled.has(i)) {
                handledTwice.raise();
            }
            handled.add(i);
        }
    }

    /** Forgets the range at hand. */
    void endRange() {
        entry.clear();
        inflight.clear();
        pages.clear();
    }

    /** Forgets all that is dead between two exits. */
    void forget() {
        endRange();
        base.clear();
        index.clear();
        end.clear();
        handled.clear();
    }
}
