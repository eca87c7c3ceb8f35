package org.exitrace.traces.read;

import java.util.Arrays;
import org.exitrace.traces.line.TraceEvent;

/** Whether lines come in the order of their times, on each CPU and over all. */
final class ClockOrder {

    private static final int FEW = 64;

    private long[] lastOfCpu = new long[FEW];
    private long last = -1;
    /** What a time on another CPU is held against: the clock may have gone back since the last. */
    private long here = -1;
    private long first = -1;
    private long stepNs;
    private long firstBackwards;
    private long backwards;
    private long outOfOrder;
    private long firstOutOfOrder;

    ClockOrder() {
        Arrays.fill(lastOfCpu, -1);
    }

    void see(TraceEvent event) {
        long ns = event.stamp().ns();
        int cpu = event.stamp().cpu() + 1;
        if (cpu >= lastOfCpu.length) {
            int before = lastOfCpu.length;
            lastOfCpu = Arrays.copyOf(lastOfCpu, Math.max(cpu + 1, before * 2));
            Arrays.fill(lastOfCpu, before, lastOfCpu.length, -1);
        }
        if (ns < lastOfCpu[cpu]) {
            firstBackwards = backwards++ == 0 ? event.line() : firstBackwards;
            here = ns;
        } else if (ns < here) {
            firstOutOfOrder = outOfOrder++ == 0 ? event.line() : firstOutOfOrder;
        }
        lastOfCpu[cpu] = ns;
        here = Math.max(here, ns);
        last = Math.max(last, ns);
        if (first < 0) {
            stepNs = event.stamp().resolutionNs();
            first = ns;
        }
        first = Math.min(first, ns);
    }

    long firstNs() {
        return first;
    }

    long stepNs() {
        return stepNs;
    }

    long lastNs() {
        return last;
    }

    Tally.Counted backwards() {
        return new Tally.Counted(backwards, firstBackwards);
    }

    Tally.Counted outOfOrder() {
        return new Tally.Counted(outOfOrder, firstOutOfOrder);
    }
}
