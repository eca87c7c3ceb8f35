package org.exitrace.vtl.host.mmu;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.PageFault;

/** What a vCPU has read for the fault that it answers: attributes, and whether they are of now. */
public final class MmuFault extends Region {

    /** {@code mmu_invalidate_seq}, as far as anybody compares it. */
    enum Sequence { UNREAD, READ, MOVED }

    /** What the attributes allow. */
    public final PageFault found;
    private final EnumCell<Sequence> sequence = cells().choice("mmu_seq", Sequence.class);

    /** No fault. */
    public MmuFault(CellScope scope) {
        super(scope);
        found = new PageFault(scope.in("attributes"));
    }

    void begins() {
        sequence.become(Sequence.READ);
    }

    /** An invalidation is over. */
    void moves() {
        if (sequence.is(Sequence.READ)) {
            sequence.become(Sequence.MOVED);
        }
    }

    boolean isPast() {
        return sequence.is(Sequence.MOVED);
    }

    void ends() {
        found.forgets();
        sequence.clear();
    }
}
