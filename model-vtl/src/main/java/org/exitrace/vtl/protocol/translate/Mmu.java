package org.exitrace.vtl.protocol.translate;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.Region;

/** A context of KVM's MMU: the function that walks, and what the function reads. */
final class Mmu extends Region {

    /** How many levels a walk has. */
    enum Paging {
        /** CR4.LA57 is clear. */
        FOUR_LEVELS,
        /** CR4.LA57 is set. */
        FIVE_LEVELS
    }

    /** gva_to_gpa. */
    final EnumCell<Paging> function = cells().choice("gva_to_gpa", Paging.class);
    /** The role: levels and masks of reserved bits. */
    final EnumCell<Paging> role = cells().choice("role", Paging.class);

    Mmu(CellScope scope) {
        super(scope);
    }
}
