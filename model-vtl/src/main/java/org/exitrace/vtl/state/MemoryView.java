package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.AccessMask;

/**
 * What one VTL of one virtual processor sees of memory: its translations, the access that could
 * not be carried out, and the intercept that it was told of last.
 */
public final class MemoryView extends Region {

    /** The page of the access that could not be carried out. */
    public final IndexCell faultPage;
    /** How it wanted to access that page. */
    public final EnumCell<Access> faultAccess = cells().choice("fault_access", Access.class);
    /** The VTL that forbids it. */
    public final IndexCell restrictedBy;
    /** How many pages of the list the hypercall has done. */
    public final CountCell repStart;
    /** How many pages of its last list were done. */
    public final CountCell repsDone;
    /** The intercept that it was told of. */
    public final Intercept told;
    /** The intercept that waits for its slot; of use with a SynIC alone. */
    private final Intercept waiting;
    /** A higher VTL cannot read of its last access yet. */
    private final FlagCell untold = cells().flag("untold");
    /** It went on while a higher VTL could not read of its last access. */
    public final FlagCell unheard = ghost().flag("unheard");
    /** An access was carried out that a higher VTL had forbidden. */
    public final FlagCell trespassed = ghost().flag("trespassed");
    /** It read an intercept that is not that of its virtual processor. */
    public final FlagCell misled = ghost().flag("misled");
    /** It was told that translations are gone, and somebody still used one. */
    public final FlagCell earlyFlush = ghost().flag("early_flush");

    /** The pages that its list has written so far. */
    private final BitsCell written;

    /** The higher VTLs that have mode-based execution control for its VTL. */
    private final Optional<BitsCell> mbecBy;
    /** Its intercept went to another VTL, or its access was given up. */
    public final FlagCell mishandled = ghost().flag("mishandled");

    private final List<BitsCell> translations = new ArrayList<>();
    private final TlbLock lock;
    private final Memory memory;
    /** The VTLs that its virtual processor has. */
    private final BitsCell enabled;
    private final int vp;
    private final int vtl;

    MemoryView(CellScope scope, Memory memory, Vp processor, int vtl, VtlBounds bounds,
            VtlStart start) {
        super(scope);
        vp = processor.number();
        enabled = processor.enabled;
        mbecBy = start.features().contains(Feature.MBEC)
                ? Optional.of(cells().bits("mbec_enabled_by", bounds.vtls())) : Optional.empty();
        this.memory = memory;
        this.vtl = vtl;
        for (int page = 0; page < bounds.pages() && vtl < bounds.vtls() - 1; page++) {
            translations.add(cells().bits("tlb[" + page + "]", 4));
        }
        faultPage = cells().index("fault_page", bounds.pages());
        restrictedBy = cells().index("restricted_by", bounds.vtls());
        repStart = cells().count("rep_start", 0, bounds.pages());
        repsDone = cells().count("reps_done", 0, bounds.pages());
        written = ghost().bits("written", bounds.pages());
        told = new Intercept(scope.in("intercept"), bounds);
        lock = new TlbLock(scope.in("tlb_lock"), vtl, bounds,
                start.features().contains(Feature.TLB_LOCKS));
        waiting = bounds.parts().sints() == 0 ? null
                : new Intercept(scope.in("intercept_waiting"), bounds);
    }

    /** Whether its translations are locked. */
    public TlbLock lock() {
        return lock;
    }

    /** All memory of the guest. */
    public Memory memory() {
        return memory;
    }

    /** Whether the host would let it access {@code page} now. */
    public boolean grants(int page, Access access) {
        return (memory.translation(page, vtl, mbec()) & access.right()) != 0;
    }

    /** The number of its virtual processor. */
    int vp() {
        return vp;
    }

    /** The number of its VTL. */
    int vtl() {
        return vtl;
    }

    /** What lies over {@code page} for its VTL. */
    public Optional<Overlay> over(int page) {
        return memory.overlays().exist() ? memory.overlays().over(vtl, page) : Optional.empty();
    }

    /** Whether an access to {@code page} reaches what lies over it. */
    public boolean isOverlaid(int page) {
        return over(page).isPresent();
    }

    /** What an access to {@code page} reaches: what lies over it for its VTL, or the page. */
    public CountCell word(int page) {
        CountCell below = memory.pages().get(page).word;
        return !memory.overlays().exist() ? below
                : memory.overlays().seen(vtl, page).map(over -> over.word).orElse(below);
    }

    /** The hypervisor writes the first page of the guest where no assist page is: a bug. */
    void isWrittenWithoutPage(int what) {
        Optional<Overlay> page = memory.overlays().of(OverlayKind.ASSIST_PAGE, this);
        page.filter(own -> own.at.isNone()).ifPresent(own -> {
            memory.pages().get(0).word.become(what);
            own.misplaced.raise();
        });
    }

    private long mbec() {
        return mbecBy.isPresent() ? mbecBy.get().get() : 0;
    }

    /** {@code above} has mode-based execution control for its VTL, or has it no longer. */
    public void takesMbec(int above, boolean isOn) {
        BitsCell by = mbecBy.orElseThrow();
        if (isOn) {
            by.add(above);
        } else {
            by.remove(above);
        }
        flush();
    }

    /**
     * The VTL to which the intercept of its access goes is found; the host goes by it. That is the
     * lowest that forbids the access, of those that its virtual processor has; none can be told
     * where it has none of them (docs/vtl.md c.5, reading).
     */
    public void findsRestricting() {
        long forbid = memory.pages().get(faultPage.get())
                .restricting(vtl, faultAccess.get().right(), mbec());
        long there = forbid & enabled.get();
        long told = memory.has(HypervisorBug.TELLS_ABSENT) ? forbid : there;
        int found = memory.has(HypervisorBug.TELLS_HIGHEST)
                ? 63 - Long.numberOfLeadingZeros(told) : lowest(told);
        if (found != lowest(there)) {
            mishandled.raise();
        }
        if (found < 0) {
            restrictedBy.clear();
        } else {
            restrictedBy.become(found);
        }
    }

    /** The lowest of {@code vtls}; -1 if there is none. */
    private static int lowest(long vtls) {
        return vtls == 0 ? -1 : Long.numberOfTrailingZeros(vtls);
    }

    /** Whether no VTL can be told of the access that was forbidden. */
    public boolean tellsNobody() {
        return restrictedBy.isNone();
    }

    /**
     * The lowest VTL that forbids {@code access} to {@code page}, whether its virtual processor has
     * it or not; -1 if none. Masks say nothing of what lies over a page.
     */
    public int restricting(int page, Access access) {
        return isOverlaid(page) ? -1
                : lowest(memory.pages().get(page).restricting(vtl, access.right(), mbec()));
    }

    /** Whether the access that was forbidden counts as carried out, which is a bug. */
    public boolean skips() {
        boolean skips = memory.has(HypervisorBug.SKIPS_ACCESS);
        if (skips) {
            mishandled.raise();
        }
        return skips;
    }

    /** The hypercall with its list of pages is over. */
    public void listEnds() {
        repsDone.become(repStart.get());
        repStart.clear();
        written.clear();
    }

    /** Its list writes {@code page}; whether it has done so before. */
    public boolean writesAgain(int page) {
        boolean again = written.has(page);
        written.add(page);
        return again;
    }

    /** Whether the list has written another number of pages than it says. */
    public boolean misreports() {
        return Long.bitCount(written.get()) != repStart.get();
    }

    /** Its VTL, {@code self}, goes by what it was told. */
    public void heedsIntercept(Vtl self) {
        for (Vtl lower : self.vp().vtls()) {
            if (lower.view().restrictedBy.is(self.number()) && !told.isThatOf(lower)) {
                misled.raise();
            }
        }
    }

    /** Whether {@code access} to {@code page} is possible, with or without a walk of tables. */
    public boolean translates(int page, Access access) {
        if (translations.isEmpty()) {
            return true;
        }
        BitsCell translation = translations.get(page);
        if ((translation.get() & access.right()) == 0) {
            translation.become(memory.walk(page, vtl, mbec()));
        }
        boolean possible = (translation.get() & access.right()) != 0;
        if (!possible) {
            translation.clear();
        }
        return possible;
    }

    /** What {@code held} says of {@code page} for its VTL, in the role of its processor. */
    public long in(PageRights held, int page) {
        return held.of(vtl, page, mbec());
    }

    /** It says {@code given} from now on, in that role. */
    public void fills(PageRights held, int page, long given) {
        held.become(vtl, page, mbec(), given);
    }

    /** It says what the masks leave; a host that tells roles apart says it in each. */
    public void follows(PageRights held, int page) {
        if (held.hasRoles()) {
            held.become(vtl, page, role -> memory.translation(page, vtl, role));
        } else {
            fills(held, page, attributes(page));
        }
    }

    /** What the host's attributes say of {@code page} now: {@link AccessMask}. */
    public int attributes(int page) {
        return memory.translation(page, vtl, mbec());
    }

    /** An access was carried out. */
    public void accessed(int page, Access access) {
        if (!memory.pages().get(page).mayHave(vtl, access.right(), mbec())) {
            trespassed.raise();
        }
    }

    /** {@code access} to {@code page} could not be carried out, or not by the processor. */
    public void faults(int page, Access access) {
        faultPage.become(page);
        faultAccess.become(access);
    }

    /** The host keeps the intercept of {@code lower} for this view's VTL until it is posted. */
    public void keeps(Vtl lower) {
        waiting.tells(lower);
        lower.view().untold.raise();
    }

    /** Whether an intercept waits. */
    public boolean isKept() {
        return waiting.full.isSet();
    }

    /** The intercept that waited can be read. */
    public void waitingIsTold() {
        told.copies(waiting);
        waiting.clear();
    }

    /** What the intercept was about can be read by now. */
    public void isHeard() {
        untold.clear();
    }

    /** The intercept of {@code lower} is lost. */
    public void loses() {
        waiting.clear();
    }

    /** Whether no higher VTL can read yet of its last access. */
    public boolean isUntold() {
        return untold.isSet();
    }

    /** Its VTL goes on: the access that could not be carried out is tried again. */
    void triesAgain() {
        if (untold.testAndClear()) {
            unheard.raise();
        }
        forgets();
    }

    /** The access will be tried again, or was carried out by somebody else. */
    public void forgets() {
        faultPage.clear();
        faultAccess.clear();
        restrictedBy.clear();
    }

    /** No higher VTL has its translations locked, or executes by mode. */
    void resets() {
        flush();
        forgets();
        lock.resets();
        mbecBy.ifPresent(BitsCell::clear);
    }

    /** Drops all translations. */
    public void flush() {
        translations.forEach(BitsCell::clear);
    }

    /** Whether it has a translation that gives more than it has. */
    public boolean isStale() {
        for (int page = 0; page < translations.size(); page++) {
            if ((translations.get(page).get() & ~memory.pages().get(page).rights(vtl, mbec())
                    & AccessMask.ALL) != 0) {
                return true;
            }
        }
        return false;
    }
}
