package org.exitrace.engine.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.state.CellChange;

/** Makes the schedule of a run from its trace. */
public final class ScheduleRecorder {

    /** Up to so many steps, a schedule has the state behind each. */
    public static final int STEPS_WITH_EVERY_STATE = 1_000;

    /** How many steps lie between two checkpoints of a longer one. */
    public static final int STEPS_BETWEEN_CHECKPOINTS = 16;

    private ScheduleRecorder() {
    }

    /** The schedule of the whole of {@code trace}, which was run in {@code setting}. */
    public static Schedule record(Trace trace, Setting setting) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        long[] before = trace.state(0);
        checkpoints.add(new Checkpoint(0, trace.fingerprint(0), Map.of()));
        int stride = trace.length() > STEPS_WITH_EVERY_STATE ? STEPS_BETWEEN_CHECKPOINTS : 1;
        int step = 0;
        while (step < trace.length()) {
            step = Math.min(step + stride, trace.length());
            long[] state = trace.state(step);
            Map<String, String> changed = new LinkedHashMap<>();
            for (CellChange change : trace.model().layout().diff(before, state)) {
                changed.put(change.cell(), change.after());
            }
            checkpoints.add(new Checkpoint(step, trace.fingerprint(step), changed));
            before = state;
        }
        String breaks = trace.broken().keySet().stream().findFirst().map(Property::id).orElse("");
        return new Schedule(Schedule.FORMAT, setting, trace.names(), checkpoints,
                trace.fingerprint(trace.length()), breaks);
    }
}
