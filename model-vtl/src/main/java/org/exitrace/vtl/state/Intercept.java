package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** Whose access to which page could not be carried out: a record on its way to a higher VTL. */
public final class Intercept extends Region {

    /** What is read where nothing is told. */
    public static final String NOTHING = "NOTHING";

    /** Whether it says anything. */
    public final FlagCell full = cells().flag("full");
    /** The virtual processor. */
    public final IndexCell vp;
    /** The page. */
    public final IndexCell page;
    /** What it wanted. */
    public final EnumCell<Access> access = cells().choice("access", Access.class);
    /** Nobody says what it wanted. */
    public final FlagCell silent = cells().flag("access_mask_zero");

    Intercept(CellScope scope, VtlBounds bounds) {
        super(scope);
        vp = cells().index("vp", bounds.vps());
        page = cells().index("page", bounds.pages());
    }

    /** Declares a record in {@code scope}. */
    public static Intercept of(CellScope scope, VtlBounds bounds) {
        return new Intercept(scope, bounds);
    }

    /** What it says of the access, as guest code reads it. */
    public String word() {
        return full.isClear() || silent.isSet() ? NOTHING : access.get().name();
    }

    /** Says that {@code vtl} could not carry out its access. */
    public void tells(Vtl vtl) {
        full.raise();
        vp.become(vtl.vp().number());
        page.become(vtl.view().faultPage.get());
        access.become(vtl.view().faultAccess.get());
        silent.clear();
    }

    /** Says what {@code other} says. */
    public void copies(Intercept other) {
        full.raise();
        vp.become(other.vp.get());
        page.become(other.page.get());
        access.become(other.access.get());
        silent.become(other.silent.isSet());
    }

    /** Whether it tells of the access that {@code vtl} could not carry out. */
    public boolean isThatOf(Vtl vtl) {
        return full.isSet() && silent.isClear() && vp.get() == vtl.vp().number()
                && page.get() == vtl.view().faultPage.get()
                && access.is(vtl.view().faultAccess.get());
    }

    /** Says nothing any more. */
    public void clear() {
        full.clear();
        vp.clear();
        page.clear();
        access.clear();
        silent.clear();
    }
}
