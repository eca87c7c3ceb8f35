package org.exitrace.traces.measure;

import java.util.EnumMap;
import java.util.Map;

/** Exits of one reason. */
public final class ReasonFigures {

    private final String reason;
    private final Map<Ending, LatencyHistogram> latencies = new EnumMap<>(Ending.class);
    private long exits;

    ReasonFigures(String reason, long stepNs) {
        this.reason = reason;
        for (Ending ending : Ending.values()) {
            latencies.put(ending, new LatencyHistogram(stepNs));
        }
    }

    /** As the kernel names it; requests by GHCB with what was asked for behind it. */
    public String reason() {
        return reason;
    }

    /** How many there were, also those whose end was not seen. */
    public long exits() {
        return exits;
    }

    /** From exit to entry, of those that ended so, less the sleep that the trace tells. */
    public LatencyHistogram latencies(Ending ending) {
        return latencies.get(ending);
    }

    void count(int more) {
        exits += more;
    }
}
