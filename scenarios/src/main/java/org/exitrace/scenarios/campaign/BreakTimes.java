package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** When each property broke first, run by run. */
final class BreakTimes {

    private final Map<String, LongStream.Builder> times = new LinkedHashMap<>();
    private final Map<String, Long> firstRuns = new LinkedHashMap<>();

    /** Keeps when properties broke in run number {@code run}, by their ids. */
    void keep(long run, Map<String, Long> brokenNs) {
        brokenNs.forEach((property, atNs) -> {
            firstRuns.putIfAbsent(property, run);
            series(property).add(atNs);
        });
    }

    /** Adds what broke in the runs that come next; those are not asked any more. */
    void add(BreakTimes next) {
        next.firstRuns.forEach(firstRuns::putIfAbsent);
        next.times.forEach((property, later) -> later.build().forEach(series(property)));
    }

    private LongStream.Builder series(String property) {
        return times.computeIfAbsent(property, first -> LongStream.builder());
    }

    Map<String, long[]> times() {
        Map<String, long[]> all = new LinkedHashMap<>();
        times.forEach((property, series) -> all.put(property, series.build().toArray()));
        return all;
    }

    Map<String, Long> firstRuns() {
        return firstRuns;
    }
}
