package org.exitrace.benchmarks;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** An event list of SSJ, of events that are made once, without its simulator around it. */
final class HoldOfSsj implements Hold {

    private final EventList pending;
    private final long[] gapsNs;
    private int next;

    HoldOfSsj(EventList empty, int size, HoldGaps gaps) {
        pending = empty;
        Simulator simulator = new Simulator();
        for (long startNs : gaps.starts(size)) {
            pending.add(new TimedEvent(simulator, startNs));
        }
        gapsNs = gaps.gaps();
    }

    @Override
    public long go(int times) {
        double lastNs = 0;
        for (int i = 0; i < times; i++) {
            TimedEvent first = (TimedEvent) pending.removeFirst();
            lastNs = first.time() + gapsNs[next++ & gapsNs.length - 1];
            first.putOff(lastNs);
            pending.add(first);
        }
        return (long) lastNs;
    }

    private static final class TimedEvent extends Event {

        TimedEvent(Simulator simulator, double startNs) {
            super(simulator);
            eventTime = startNs;
        }

        void putOff(double atNs) {
            eventTime = atNs;
        }

        @Override
        public void actions() {
            throw new IllegalStateException("nothing happens in the HOLD model");
        }
    }
}
