package org.exitrace.benchmarks;

import org.exitrace.engine.time.EventList;

/** The list of the timed scheduler: what is first is put off in one call. */
final class HoldOfEventList implements Hold {

    private final EventList pending;
    private final long[] gapsNs;
    private int next;

    HoldOfEventList(int size, HoldGaps gaps) {
        pending = EventList.of(size);
        long[] startsNs = gaps.starts(size);
        for (int id = 0; id < size; id++) {
            pending.put(id, startsNs[id]);
        }
        gapsNs = gaps.gaps();
    }

    @Override
    public long go(int times) {
        long lastNs = 0;
        for (int i = 0; i < times; i++) {
            int first = pending.first();
            lastNs = pending.atNs(first) + gapsNs[next++ & gapsNs.length - 1];
            pending.put(first, lastNs);
        }
        return lastNs;
    }
}
