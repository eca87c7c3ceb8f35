package org.exitrace.ghcb.memory;

import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/** The guest's own page table, as far as it says which pages are mapped without the C-bit. */
public final class PageTable extends Region {

    /** Pages that are mapped shared; at first none. */
    public final BitsCell shared;
    /** Memory that is not accepted yet; empty where all is. */
    public final Optional<Unaccepted> unaccepted;

    /** Declares it in {@code scope}, for {@code pages} pages. */
    public PageTable(CellScope scope, int pages, Optional<Unaccepted> unaccepted) {
        super(scope);
        this.unaccepted = unaccepted;
        shared = cells().bits("shared", pages);
    }

    /** Maps page {@code gfn} shared, or private. */
    public void map(int gfn, boolean asShared) {
        if (asShared) {
            shared.add(gfn);
        } else {
            shared.remove(gfn);
        }
    }
}
