package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/**
 * Control registers of one VTL of one virtual processor, which of those below it it intercepts, and
 * what of its own is intercepted now. Source: docs/vtl.md a.5, c.1 E3.
 */
public final class Interception extends Region {

    /** What it intercepts: CrInterceptControl, one bit for each {@link Guarded}. */
    public final BitsCell controls = cells().bits("cr_intercept_control", Guarded.values().length);
    /** CrInterceptCr4Mask. */
    public final CountCell mask = cells().count("cr_intercept_cr4_mask", 0, Register.MOST);
    /** The higher VTL that was told of its last instruction. */
    public final IndexCell by;
    /** What that wanted to write. */
    private final EnumCell<Guarded> wanted = cells().choice("wanted", Guarded.class);
    /** The value. */
    private final CountCell value = cells().count("value", 0, Register.MOST);
    /** A write was intercepted that nobody asked for, or not though somebody did. */
    public final FlagCell misjudged = ghost().flag("misjudged");

    private final List<CountCell> registers = new ArrayList<>();

    Interception(CellScope scope, int vtls) {
        super(scope);
        by = cells().index("intercepted_by", vtls);
        for (String register : Guarded.registers()) {
            registers.add(cells().count(register, 0, Register.MOST));
        }
    }

    /** The register of its VTL. */
    public CountCell register(Guarded register) {
        return registers.get(register.ordinal());
    }

    /** Whether its VTL intercepts a write of {@code other} of a lower one. */
    public boolean asksFor(Guarded register, int before, int after, boolean heedsMask) {
        return controls.has(register.ordinal()) && (!heedsMask || !register.hasMask()
                || ((before ^ after) & mask.get()) != 0);
    }

    /** {@code above} is told of what its VTL wanted. */
    public void isIntercepted(Vtl above, Guarded register, int after) {
        by.become(above.number());
        wanted.become(register);
        value.become(after);
    }

    /** What was intercepted, as the higher VTL reads it. */
    public String word() {
        return by.isNone() ? Intercept.NOTHING : wanted.get().word();
    }

    /** The higher VTL carries out what was intercepted; whether there was anything. */
    public boolean completes() {
        boolean any = !by.isNone();
        if (any && wanted.get().isRegister()) {
            register(wanted.get()).become(value.get());
        }
        forgets();
        return any;
    }

    /** Nothing of it is intercepted any more. */
    public void forgets() {
        by.clear();
        wanted.clear();
        value.clear();
    }

    /** Nothing is intercepted. */
    void resets() {
        controls.clear();
        mask.clear();
    }
}
