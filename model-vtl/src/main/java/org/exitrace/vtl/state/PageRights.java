package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.AccessMask;

/**
 * What a host keeps of each page for each VTL but the highest, which may do everything: page
 * tables, or that from which they are filled in. One set for all virtual processors.
 */
public final class PageRights extends Region {

    private final List<List<BitsCell>> rights = new ArrayList<>();

    private PageRights(CellScope scope, String name, VtlBounds bounds, int initial) {
        super(scope);
        for (int vtl = 0; vtl < bounds.vtls() - 1; vtl++) {
            List<BitsCell> ofVtl = new ArrayList<>();
            for (int page = 0; page < bounds.pages(); page++) {
                ofVtl.add(cells().bits(name + "[" + vtl + "," + page + "]", 4)
                        .initially(initial));
            }
            rights.add(ofVtl);
        }
    }

    /** Empty tables: what is not in them exits. */
    public static PageRights none(CellScope scope, String name, VtlBounds bounds) {
        return new PageRights(scope, name, bounds, AccessMask.NONE);
    }

    /** Nothing is forbidden. */
    public static PageRights all(CellScope scope, String name, VtlBounds bounds) {
        return new PageRights(scope, name, bounds, AccessMask.ALL);
    }

    /** What {@code vtl} may do with {@code page}: {@link AccessMask}. */
    public long of(int vtl, int page) {
        return rights.get(vtl).get(page).get();
    }

    /** From now on {@code vtl} may do that with {@code page}. */
    public void become(int vtl, int page, long given) {
        rights.get(vtl).get(page).become(given);
    }

    /** The entries of {@code count} pages go, for {@code vtl}. */
    public void zap(int vtl, int first, int count) {
        for (int page = first; page < first + count; page++) {
            rights.get(vtl).get(page).clear();
        }
    }
}
