package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/**
 * A page of the hypervisor that lies over a page of the guest for one VTL. Guest-physical space is
 * that of all processors, so that all of them see it there, whoever has laid it (reading). Source:
 * docs/vtl.md a.6, c.5.
 */
public final class Overlay extends Region {

    /** Over which page; none while it is not enabled. */
    public final IndexCell at;
    /** What it holds beyond the fields that the hypervisor writes later. */
    public final CountCell word = cells().count("word", 0, Register.MOST);
    /** Somebody has accessed it who shall not see it, or the page below it was written. */
    public final FlagCell exposed = ghost().flag("exposed");
    /** Its fields were written although it is not enabled. */
    public final FlagCell misplaced = ghost().flag("misplaced");
    /** A page was written for its VTL that a higher one keeps from it. */
    public final FlagCell overreached = ghost().flag("overreached");

    private final OverlayKind kind;
    private final int vp;
    private final int vtl;

    private Overlay(CellScope scope, OverlayKind kind, int vp, int vtl, int pages) {
        super(scope);
        this.kind = kind;
        this.vp = vp;
        this.vtl = vtl;
        at = cells().index("over_page", pages);
    }

    /** Those of one VTL of a processor. */
    static Overlay ofProcessor(CellScope scope, OverlayKind kind, int vp, int vtl, int pages) {
        return new Overlay(scope, kind, vp, vtl, pages);
    }

    /** Those of one VTL of the partition, whose first processor stands for all. */
    static Overlay ofPartition(CellScope scope, OverlayKind kind, int vtl, int pages) {
        return new Overlay(scope, kind, 0, vtl, pages);
    }

    /** What it is. */
    public OverlayKind kind() {
        return kind;
    }

    /** Whether it is the one that {@code other} has for its VTL {@code of}. */
    boolean isOf(OverlayKind what, int other, int of) {
        return kind == what && vtl == of && (vp == other || !kind.isOfProcessor());
    }

    /** Whether {@code of} is the VTL that sees it over {@code page}. */
    boolean liesFor(int of, int page) {
        return vtl == of && at.is(page);
    }

    /** It lies over {@code page}, and holds what the hypervisor writes at once. */
    void lies(int page) {
        at.become(page);
        word.become(kind.content());
    }

    /** It is not enabled any more. */
    void goes() {
        at.clear();
        word.clear();
    }
}
