package org.exitrace.vtl.host;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.state.PageRights;
import org.exitrace.vtl.state.Vtl;

/** What a thread in the kernel's fault path has read of the page that its guest accesses. */
public final class PageFault extends Region {

    /** What a translation of that page may give. */
    private final BitsCell rights = cells().bits("rights", 4);

    /** Nothing is read. */
    public PageFault(CellScope scope) {
        super(scope);
    }

    /** The fault of {@code vtl} finds {@code found}. */
    public void finds(long found) {
        rights.become(found);
    }

    /** Whether what was found allows what {@code vtl} wants, or what lies over the page does. */
    public boolean allows(Vtl vtl) {
        return vtl.view().isOverlaid(vtl.view().faultPage.get())
                || (rights.get() & vtl.view().faultAccess.get().right()) != 0;
    }

    /** What was found is filled in for {@code vtl}, which will try again. */
    public void fills(PageRights tables, Vtl vtl) {
        vtl.view().fills(tables, vtl.view().faultPage.get(), rights.get());
        forgets();
        retries(vtl);
    }

    /** {@code vtl} will try again. */
    public static void retries(Vtl vtl) {
        vtl.view().forgets();
        vtl.exit.clear();
    }

    /** What was read is of no use any more. */
    public void forgets() {
        rights.clear();
    }
}
