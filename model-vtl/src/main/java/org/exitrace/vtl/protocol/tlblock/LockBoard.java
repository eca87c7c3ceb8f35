package org.exitrace.vtl.protocol.tlblock;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.stores.StoreBuffer;

/** Whose TLB locks of one lower VTL are held: one bit for each processor, seen by all. */
public final class LockBoard extends Region {

    final BitsCell locked;
    private final List<ProcessorLock> processors = new ArrayList<>();
    private final int count;

    /** Of {@code count} processors, which nobody has locked. */
    public LockBoard(CellScope scope, int count) {
        super(scope);
        this.count = count;
        locked = cells().bits("locked", count);
    }

    /** The next processor takes part; its cells are in {@code scope}. */
    public ProcessorLock join(CellScope scope, StoreBuffer stores) {
        ProcessorLock joined = new ProcessorLock(
                scope, this, processors.size(), count, stores);
        processors.add(joined);
        return joined;
    }

    ProcessorLock of(int processor) {
        return processors.get(processor);
    }

    /** The lock of that processor is over: nobody is owed a wait for it. */
    void isGivenUp(int processor) {
        processors.forEach(each -> each.owed.remove(processor));
    }
}
