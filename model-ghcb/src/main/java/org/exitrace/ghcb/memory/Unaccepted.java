package org.exitrace.ghcb.memory;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * The guest's table of memory that it was given and has not made its own yet. Source: UEFI 2.9,
 * unaccepted memory; Linux {@code drivers/firmware/efi/unaccepted_memory.c}.
 */
public final class Unaccepted extends Region {

    /** The pages. */
    public final BitsCell pages;
    /** {@code unaccepted_memory_lock}. */
    public final MutexCell lock = new MutexCell(cells(), "unaccepted_memory_lock");
    /** The acceptance of a page was begun a second time. */
    public final FlagCell acceptedTwice = ghost().flag("accepted_twice");

    private final BitsCell begun;

    /** Declares it in {@code scope}, for a guest of {@code count} pages of which {@code which}. */
    public Unaccepted(CellScope scope, int count, long which) {
        super(scope);
        pages = cells().bits("unaccepted", count).initially(which);
        begun = ghost().bits("begun", count);
    }

    /** Notes that the acceptance of {@code page} begins: history only. */
    public void noteBegin(int page) {
        if (begun.has(page)) {
            acceptedTwice.raise();
        }
        begun.add(page);
    }
}
