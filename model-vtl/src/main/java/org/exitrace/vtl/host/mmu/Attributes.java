package org.exitrace.vtl.host.mmu;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.PageSpan;

/**
 * Where a design keeps the attributes of memory, and by which accesses it gets at them.
 *
 * @param <S> the thread that does
 */
public interface Attributes<S extends MmuThread> {

    /** In a fault: reads what the VTL that runs may do, into its {@link MmuFault#found}. */
    void read(Block<S> code);

    /** Under slots_lock: writes what user space's masks leave {@code vtl} of {@code span}. */
    void write(Block<S> code, int vtl, PageSpan span);
}
