package org.exitrace.traces.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.line.TraceEvent;

/** How often each kind of event was seen. */
public final class EventCounts {

    private static final int MOST = 4096;
    private static final String REST = "(other events)";

    private final Map<String, long[]> counts = new LinkedHashMap<>();
    private Tracepoint last;
    private long[] lastCount;

    /** Counts it. */
    public void see(TraceEvent event) {
        Tracepoint tracepoint = event.body().tracepoint();
        if (tracepoint != last) {
            String name = tracepoint.name();
            String place = counts.size() < MOST || counts.containsKey(name) ? name : REST;
            last = tracepoint;
            lastCount = counts.computeIfAbsent(place, absent -> new long[1]);
        }
        lastCount[0]++;
    }

    /** All names with their numbers, the most frequent first. */
    public List<Map.Entry<String, Long>> sorted() {
        List<Map.Entry<String, Long>> sorted = new ArrayList<>();
        counts.forEach((name, count) -> sorted.add(Map.entry(name, count[0])));
        sorted.sort((a, b) -> a.getValue().equals(b.getValue()) ? a.getKey().compareTo(b.getKey())
                : Long.compare(b.getValue(), a.getValue()));
        return sorted;
    }
}
