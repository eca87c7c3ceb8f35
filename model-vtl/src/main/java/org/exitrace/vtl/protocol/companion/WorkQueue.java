package org.exitrace.vtl.protocol.companion;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** Work in the order in which it was queued. */
public final class WorkQueue extends Region {

    /** Upcalls of a call and of events, and one of each other kind. */
    private static final int MOST = 4;

    /** More was queued than ever makes sense. */
    public final FlagCell overflow = ghost().flag("overflow");
    private final List<EnumCell<Work>> items = new ArrayList<>();

    /** An empty queue. */
    public WorkQueue(CellScope scope) {
        super(scope);
        for (int i = 0; i < MOST; i++) {
            items.add(cells().choice("item" + i, Work.class));
        }
    }

    /** Whether nothing is queued. */
    public boolean isEmpty() {
        return items.get(0).is(Work.NONE);
    }

    /** How many items are {@code work}. */
    public int count(Work work) {
        return (int) items.stream().filter(item -> item.is(work)).count();
    }

    /** Behind all others; where there is no room, that is told and the work is lost. */
    public void add(Work work) {
        for (EnumCell<Work> item : items) {
            if (item.is(Work.NONE)) {
                item.become(work);
                return;
            }
        }
        overflow.raise();
    }

    /** The work that was queued first; it leaves the queue. */
    public Work take() {
        Work first = items.get(0).get();
        for (int i = 1; i < items.size(); i++) {
            items.get(i - 1).become(items.get(i).get());
        }
        items.get(MOST - 1).clear();
        return first;
    }
}
