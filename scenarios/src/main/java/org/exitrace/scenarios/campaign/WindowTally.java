package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What consecutive timed runs showed of the race for one property. */
final class WindowTally {

    private final LongStream.Builder openNs = LongStream.builder();
    private final LongStream.Builder windowNs = LongStream.builder();
    private final LongStream.Builder lostNs = LongStream.builder();
    private final Map<String, Long> opens = new TreeMap<>();
    private final Map<String, Long> closes = new TreeMap<>();
    private final Map<String, Long> critical = new TreeMap<>();
    private long runs;
    private long firstLost = -1;

    /** A step opened the window. */
    void opened(String step) {
        opens.merge(step, 1L, Long::sum);
    }

    /** A step closed it, and nothing is lost. */
    void closed(String step) {
        closes.merge(step, 1L, Long::sum);
    }

    /** {@code step} was the last of run {@code number} before which it was not lost. */
    void lost(String step, long number) {
        critical.merge(step, 1L, Long::sum);
        firstLost = firstLost < 0 ? number : firstLost;
    }

    /** What was lost broke, so long behind the critical step. */
    void broke(long behindNs) {
        lostNs.add(behindNs);
    }

    /** A run is over; -1 stands for a fate that was never open, or a window that never was. */
    void ran(long fateNs, long vulnerableNs) {
        runs++;
        if (fateNs >= 0) {
            openNs.add(fateNs);
        }
        if (vulnerableNs >= 0) {
            windowNs.add(vulnerableNs);
        }
    }

    /** Adds what the runs that come next showed. */
    void add(WindowTally next) {
        next.openNs.build().forEach(openNs);
        next.windowNs.build().forEach(windowNs);
        next.lostNs.build().forEach(lostNs);
        next.opens.forEach((step, count) -> opens.merge(step, count, Long::sum));
        next.closes.forEach((step, count) -> closes.merge(step, count, Long::sum));
        next.critical.forEach((step, count) -> critical.merge(step, count, Long::sum));
        firstLost = firstLost < 0 ? next.firstLost : firstLost;
        runs += next.runs;
    }

    RaceWindow window(String property) {
        return new RaceWindow(property, runs, openNs.build().toArray(),
                windowNs.build().toArray(), lostNs.build().toArray(), new LinkedHashMap<>(opens),
                new LinkedHashMap<>(closes), new LinkedHashMap<>(critical), firstLost);
    }
}
