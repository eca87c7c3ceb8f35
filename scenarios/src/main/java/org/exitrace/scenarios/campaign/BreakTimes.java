package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** In which runs each property broke, and when first. */
final class BreakTimes {

    private final Map<String, LongStream.Builder> times = new LinkedHashMap<>();
    private final Map<String, LongStream.Builder> runs = new LinkedHashMap<>();

    /** Keeps when properties broke in run number {@code run}, by their ids. */
    void keep(long run, Map<String, Long> brokenNs) {
        brokenNs.forEach((property, atNs) -> {
            of(property, runs).add(run);
            of(property, times).add(atNs);
        });
    }

    /** Adds what broke in the runs that come next; those are not asked any more. */
    void add(BreakTimes next) {
        next.runs.forEach((property, later) -> later.build().forEach(of(property, runs)));
        next.times.forEach((property, later) -> later.build().forEach(of(property, times)));
    }

    private static LongStream.Builder of(
            String property, Map<String, LongStream.Builder> series) {
        return series.computeIfAbsent(property, first -> LongStream.builder());
    }

    Map<String, long[]> times() {
        return arrays(times);
    }

    Map<String, long[]> runs() {
        return arrays(runs);
    }

    private static Map<String, long[]> arrays(Map<String, LongStream.Builder> series) {
        Map<String, long[]> all = new LinkedHashMap<>();
        series.forEach((property, values) -> all.put(property, values.build().toArray()));
        return all;
    }
}
