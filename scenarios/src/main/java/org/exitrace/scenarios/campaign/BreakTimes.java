package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.step.Step;

/** When each property broke first, run by run. */
final class BreakTimes implements RunObserver {

    private final Map<String, LongStream.Builder> times = new LinkedHashMap<>();
    private final Map<String, Long> firstRuns = new LinkedHashMap<>();
    private final Map<String, Long> now = new LinkedHashMap<>();
    private long lastNs;

    @Override
    public void begins(Model model) {
        now.clear();
        lastNs = 0;
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        lastNs = atNs;
    }

    @Override
    public void broken(Property property, long number) {
        now.putIfAbsent(property.id(), lastNs);
    }

    /** Keeps what the run that ended showed. */
    void keep(long run) {
        now.forEach((property, atNs) -> {
            firstRuns.putIfAbsent(property, run);
            times.computeIfAbsent(property, first -> LongStream.builder()).add(atNs);
        });
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
