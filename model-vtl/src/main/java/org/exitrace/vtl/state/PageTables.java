package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.AccessMask;

/**
 * The page tables that a host has made for each VTL but the highest, which may do everything: one
 * set for all virtual processors. A translation that a virtual processor lacks comes from there;
 * what is not there exits.
 */
public final class PageTables extends Region {

    private final List<List<BitsCell>> entries = new ArrayList<>();

    /** Empty tables in {@code scope}. */
    public PageTables(CellScope scope, VtlBounds bounds) {
        super(scope);
        for (int vtl = 0; vtl < bounds.vtls() - 1; vtl++) {
            List<BitsCell> ofVtl = new ArrayList<>();
            for (int page = 0; page < bounds.pages(); page++) {
                ofVtl.add(cells().bits("spte[" + vtl + "," + page + "]", 4));
            }
            entries.add(ofVtl);
        }
    }

    /** What the entry of {@code page} gives {@code vtl}: {@link AccessMask}. */
    long rights(int vtl, int page) {
        return entries.get(vtl).get(page).get();
    }

    /** A fault of {@code vtl} fills in the entry of {@code page}. */
    public void fill(int vtl, int page, long rights) {
        entries.get(vtl).get(page).become(rights);
    }

    /** The entries of {@code count} pages go, for {@code vtl}. */
    public void zap(int vtl, int first, int count) {
        for (int page = first; page < first + count; page++) {
            entries.get(vtl).get(page).clear();
        }
    }
}
