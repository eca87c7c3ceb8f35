package org.exitrace.psp.firmware;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.AsidUse;

/** What one ASID is in each core complex. Private to the firmware. */
public final class AsidRow extends Region {

    /** By core complex. */
    public final List<EnumCell<AsidUse>> in;
    /** The key in the memory controllers: it stays when the ASID is let go. */
    public final CountCell key;

    /** Declares the row in {@code scope}. */
    public AsidRow(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        List<EnumCell<AsidUse>> uses = new ArrayList<>();
        for (int ccx = 0; ccx < bounds.ccxs(); ccx++) {
            uses.add(cells().choice("ccx" + ccx, AsidUse.class));
        }
        in = List.copyOf(uses);
        key = cells().count("key", Entropy.MOST);
    }

    /** Whether it is {@code use} in any core complex. */
    public boolean isAnywhere(AsidUse use) {
        for (EnumCell<AsidUse> here : in) {
            if (here.is(use)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is {@code use} in all of them. */
    public boolean isEverywhere(AsidUse use) {
        for (EnumCell<AsidUse> here : in) {
            if (!here.is(use)) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody has it, running or not. */
    public boolean isTaken() {
        return isAnywhere(AsidUse.ALLOCATED) || isAnywhere(AsidUse.IN_USE);
    }

    /** Makes it {@code to} wherever it is {@code from}. */
    public void turn(AsidUse from, AsidUse to) {
        for (EnumCell<AsidUse> here : in) {
            if (here.is(from)) {
                here.become(to);
            }
        }
    }

    /** Makes it {@code use} in all core complexes. */
    public void become(AsidUse use) {
        for (EnumCell<AsidUse> here : in) {
            here.become(use);
        }
    }
}
