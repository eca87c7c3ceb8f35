package org.exitrace.kvm.apcreation;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** The host's memory behind VMSA pages, as far as user space takes it away. */
public final class VmsaMemory extends Region {

    /** How often user space can still take memory away. */
    public final CountCell holes;
    /**
     * {@code mmu_invalidate_in_progress}, for which whoever takes a page holds the lock of the
     * guest_memfd's mapping.
     */
    public final FlagCell inProgress = cells().flag("mmu_invalidate_in_progress");
    /** The page whose memory is being taken away. */
    public final IndexCell page;

    /** Virtual CPUs that run from it, and have to leave the guest. */
    public final BitsCell users;

    /** Declares the cells in {@code scope}, where user space does it {@code most} times. */
    public VmsaMemory(CellScope scope, int most, int pages, int vcpus) {
        super(scope);
        holes = cells().count("holes", most);
        holes.initially(most);
        page = cells().index("page", pages);
        users = cells().bits("users", vcpus);
    }

    /** Where the thread of user space stands; declared for one. */
    public ProgramCounter thread() {
        return new ProgramCounter(cells(), "thread");
    }
}
