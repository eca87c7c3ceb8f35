package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.SwapType;

/** What is kept of a page that was swapped out. A METADATA page of the model holds one such. */
public final class SwapEntry extends Region {

    /** The page is swapped out, and may be swapped in once. */
    public final FlagCell valid = cells().flag("valid");
    /** What kind of page it is. */
    public final EnumCell<SwapType> type = cells().choice("type", SwapType.class);
    /** The guest page that it was. */
    public final CountCell gpa;
    /** Whether its guest had validated it. */
    public final FlagCell validated = cells().flag("validated");
    /** What VMPL1 to VMPL3 could do. */
    public final BitsCell permissions = cells().bits("permissions", 12);
    /** The tag and the initialisation vector. */
    public final Seal seal = new Seal(cells().in("seal"));

    /** Declares it in {@code scope}. */
    public SwapEntry(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        gpa = cells().count("gpa", Math.max(1, bounds.pages()));
    }

    /** Copies all from {@code other}. */
    public void take(SwapEntry other) {
        valid.become(other.valid.isSet());
        type.become(other.type.get());
        gpa.become(other.gpa.get());
        validated.become(other.validated.isSet());
        permissions.become(other.permissions.get());
        seal.take(other.seal);
    }

    /** Forgets all. */
    public void clear() {
        valid.clear();
        type.clear();
        gpa.clear();
        validated.clear();
        permissions.clear();
        seal.clear();
    }
}
