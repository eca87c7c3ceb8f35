package org.exitrace.benchmarks;

import java.util.PriorityQueue;

/** The binary heap of the JDK, of events that are made once. */
final class HoldOfPriorityQueue implements Hold {

    private final PriorityQueue<Event> pending;
    private final long[] gapsNs;
    private int next;

    HoldOfPriorityQueue(int size, HoldGaps gaps) {
        pending = new PriorityQueue<>(size);
        long[] startsNs = gaps.starts(size);
        for (int id = 0; id < size; id++) {
            pending.add(new Event(id, startsNs[id]));
        }
        gapsNs = gaps.gaps();
    }

    @Override
    public long go(int times) {
        long lastNs = 0;
        for (int i = 0; i < times; i++) {
            Event first = pending.poll();
            lastNs = first.atNs + gapsNs[next++ & gapsNs.length - 1];
            first.atNs = lastNs;
            pending.add(first);
        }
        return lastNs;
    }

    private static final class Event implements Comparable<Event> {
        private final int id;
        private long atNs;

        Event(int id, long atNs) {
            this.id = id;
            this.atNs = atNs;
        }

        @Override
        public int compareTo(Event other) {
            return atNs == other.atNs ? Integer.compare(id, other.id)
                    : Long.compare(atNs, other.atNs);
        }
    }
}
