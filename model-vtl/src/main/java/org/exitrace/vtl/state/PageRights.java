package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.AccessMask;

/**
 * What a host keeps of each page for each VTL but the highest, which may do everything: page
 * tables, or that from which they are filled in. One set for all virtual processors, or with
 * mode-based execution control one for each role: which VTLs above have it for the VTL that runs.
 * Roots by role are KVM's (from memory), its role of MBEC our reading: docs/vtl.md c.5.
 */
public final class PageRights extends Region {

    /** By role, VTL and page. */
    private final List<List<List<BitsCell>>> rights = new ArrayList<>();

    private PageRights(CellScope scope, String name, VtlBounds bounds, int roles, int initial) {
        super(scope);
        for (int role = 0; role < roles; role++) {
            List<List<BitsCell>> ofRole = new ArrayList<>();
            String suffix = role == 0 ? "" : " of role " + role;
            for (int vtl = 0; vtl < bounds.vtls() - 1; vtl++) {
                List<BitsCell> ofVtl = new ArrayList<>();
                for (int page = 0; page < bounds.pages(); page++) {
                    ofVtl.add(cells().bits(name + "[" + vtl + "," + page + "]" + suffix, 4)
                            .initially(initial));
                }
                ofRole.add(ofVtl);
            }
            rights.add(ofRole);
        }
    }

    /** Empty tables, one set for each of {@code roles}: what is not in them exits. */
    public static PageRights none(CellScope scope, String name, VtlBounds bounds, int roles) {
        return new PageRights(scope, name, bounds, roles, AccessMask.NONE);
    }

    /** Nothing is forbidden, in any of {@code roles}. */
    public static PageRights all(CellScope scope, String name, VtlBounds bounds, int roles) {
        return new PageRights(scope, name, bounds, roles, AccessMask.ALL);
    }

    /** Whether processors can differ in their role. */
    boolean hasRoles() {
        return rights.size() > 1;
    }

    private List<List<BitsCell>> ofRole(long mbec) {
        return rights.get(hasRoles() ? (int) (mbec >> 1) : 0);
    }

    /**
     * What {@code vtl} may do with {@code page}: {@link AccessMask}.
     *
     * @param mbec the VTLs that have mode-based execution control for it
     */
    long of(int vtl, int page, long mbec) {
        return ofRole(mbec).get(vtl).get(page).get();
    }

    /** From now on {@code vtl} may do that with {@code page}, in one role. */
    void become(int vtl, int page, long mbec, long given) {
        ofRole(mbec).get(vtl).get(page).become(given);
    }

    /** The same in each role, by what {@code given} says of it. */
    void become(int vtl, int page, LongUnaryOperator given) {
        for (int role = 0; role < rights.size(); role++) {
            become(vtl, page, (long) role << 1, given.applyAsLong((long) role << 1));
        }
    }

    /** The entries of {@code count} pages go, for {@code vtl}. */
    public void zap(int vtl, int first, int count) {
        for (List<List<BitsCell>> ofRole : rights) {
            for (int page = first; page < first + count; page++) {
                ofRole.get(vtl).get(page).clear();
            }
        }
    }
}
