package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.AccessMask;

/** A page of the guest: what it holds, and what each higher VTL leaves each lower one of it. */
public final class Page extends Region {

    private static final String[] RIGHTS = {"read", "write", "kernel-execute", "user-execute"};

    /** What it holds. */
    public final CountCell word = cells().count("word", 0, Register.MOST);

    private final List<List<BitsCell>> masks = new ArrayList<>();
    private final List<BitsCell> promised = new ArrayList<>();

    Page(CellScope scope, int vtls) {
        super(scope);
        for (int vtl = 0; vtl < vtls; vtl++) {
            List<BitsCell> ofAbove = new ArrayList<>();
            for (int above = vtl + 1; above < vtls; above++) {
                ofAbove.add(rights(cells(), "mask[" + above + "," + vtl + "]"));
            }
            masks.add(ofAbove);
            promised.add(rights(ghost(), "promised[" + vtl + "]"));
        }
    }

    private static BitsCell rights(CellScope scope, String name) {
        return scope.bits(name, RIGHTS.length).named(RIGHTS).initially(AccessMask.ALL);
    }

    /** All masks and promises are as at the start, and the page is zeroed if that is wanted. */
    void resets(boolean isZeroed) {
        masks.forEach(ofAbove -> ofAbove.forEach(mask -> mask.become(AccessMask.ALL)));
        promised.forEach(rights -> rights.become(AccessMask.ALL));
        if (isZeroed) {
            word.clear();
        }
    }

    /** What {@code above} leaves {@code vtl}, which is below it. */
    public BitsCell mask(int above, int vtl) {
        return masks.get(vtl).get(above - vtl - 1);
    }

    /**
     * What all VTLs above it leave {@code vtl}: {@link AccessMask}.
     *
     * @param mbec the VTLs that have mode-based execution control for it
     */
    public int rights(int vtl, long mbec) {
        int rights = AccessMask.ALL;
        for (int above = vtl + 1; above <= vtl + masks.get(vtl).size(); above++) {
            rights &= left(above, vtl, mbec);
        }
        return rights;
    }

    /** The same where nobody has mode-based execution control. */
    public int rights(int vtl) {
        return rights(vtl, 0);
    }

    private int left(int above, int vtl, long mbec) {
        return AccessMask.effective((int) mask(above, vtl).get(), (mbec >> above & 1) != 0);
    }

    /** The VTLs that do not leave {@code vtl} the right {@code access}: bit n for VTL n. */
    long restricting(int vtl, int access, long mbec) {
        long forbid = 0;
        for (int above = vtl + 1; above <= vtl + masks.get(vtl).size(); above++) {
            if ((left(above, vtl, mbec) & access) == 0) {
                forbid |= 1L << above;
            }
        }
        return forbid;
    }

    /** Somebody was told that the masks of now are in force for {@code vtl}. */
    public void promise(int vtl) {
        long all = AccessMask.ALL;
        for (BitsCell mask : masks.get(vtl)) {
            all &= mask.get();
        }
        promised.get(vtl).become(all);
    }

    /** Whether {@code vtl} had the right {@code access} at any time since the last promise. */
    public boolean mayHave(int vtl, int access, long mbec) {
        int then = AccessMask.effective((int) promised.get(vtl).get(), mbec != 0);
        return ((then | rights(vtl, mbec)) & access) != 0;
    }
}
