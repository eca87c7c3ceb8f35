package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/**
 * A page of the hypervisor that lies over a page of the guest for one VTL of one virtual processor,
 * such as its assist page. Source: docs/vtl.md a.6, c.5.
 */
public final class Overlay extends Region {

    /** Over which page; none while it is not enabled. */
    public final IndexCell at;
    /** What it holds beyond the fields that the hypervisor writes. */
    public final CountCell word = cells().count("word", 0, Register.MOST);
    /** Somebody has accessed it who shall not see it. */
    public final FlagCell exposed = ghost().flag("exposed");
    /** Its fields were written although it is not enabled. */
    public final FlagCell misplaced = ghost().flag("misplaced");

    Overlay(CellScope scope, int pages) {
        super(scope);
        at = cells().index("over_page", pages);
    }

    /** It lies over {@code page}, and is empty. */
    public void lies(int page) {
        at.become(page);
        word.clear();
    }

    /** It is not enabled any more. */
    public void goes() {
        at.clear();
        word.clear();
    }
}
