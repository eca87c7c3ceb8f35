package org.exitrace.engine.schedule;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;

/**
 * All that repeats a run.
 *
 * @param format version of this form; {@link #FORMAT} is the only one known
 * @param setting what it belongs to
 * @param steps full names of the steps, in order
 * @param checkpoints what the state was now and then, the first at 0 and the last at the end
 * @param fingerprint of the last state
 * @param breaks id of the first property that it breaks; empty if it breaks none
 */
public record Schedule(
        int format, Setting setting, List<String> steps, List<Checkpoint> checkpoints,
        long fingerprint, String breaks) {

    /** The version that this engine writes. */
    public static final int FORMAT = 1;

    /** Refuses another version, and checkpoints that do not rise within the steps. */
    public Schedule {
        if (format != FORMAT) {
            throw new ScheduleException("the schedule is of format " + format
                    + " and this version reads format " + FORMAT + "; record it again");
        }
        steps = List.copyOf(steps);
        checkpoints = List.copyOf(checkpoints);
        int before = -1;
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.step() <= before || checkpoint.step() > steps.size()) {
                throw new ScheduleException("a checkpoint stands behind step " + checkpoint.step()
                        + ", after one behind step " + before + " in a schedule of " + steps.size()
                        + " steps; checkpoints rise and stay within the steps");
            }
            before = checkpoint.step();
        }
    }

    /** Steps and setting alone, as somebody would write them by hand. */
    public static Schedule ofNames(Setting setting, List<String> steps) {
        return new Schedule(FORMAT, setting, steps, List.of(), 0, "");
    }

    /** Refuses a model of another design, naming the first switch that differs. */
    public void requireFits(Model model) {
        Map<String, String> labels = model.design().labels();
        setting.design().forEach((name, recorded) -> {
            String label = labels.get(name);
            if (!recorded.equals(label)) {
                throw new ScheduleException("the schedule was recorded with " + name + "="
                        + recorded + ", and the model "
                        + (label == null ? "has no such switch" : "stands at " + name + "=" + label)
                        + "; choose the schedule's design, or record it again");
            }
        });
    }
}
