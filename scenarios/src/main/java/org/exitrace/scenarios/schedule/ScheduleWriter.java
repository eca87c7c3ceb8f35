package org.exitrace.scenarios.schedule;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.schedule.Checkpoint;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.scenarios.document.WrittenBeside;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes schedules: one key a line, one step a line, always the same bytes for the same run. */
public final class ScheduleWriter {

    private final StringBuilder text = new StringBuilder();

    private ScheduleWriter() {
    }

    /**
     * Writes {@code schedule} to {@code file}, which is never left half written.
     *
     * @throws org.exitrace.scenarios.document.UnusableInputException where it cannot be written
     */
    public static void write(Schedule schedule, Path file) {
        WrittenBeside.write(file, render(schedule));
    }

    /** The text of the file. */
    public static String render(Schedule schedule) {
        ScheduleWriter writer = new ScheduleWriter();
        writer.document(schedule);
        return writer.text.toString();
    }

    private void document(Schedule schedule) {
        text.append("{\n");
        line(ScheduleKeys.FORMAT, Integer.toString(schedule.format()));
        line(ScheduleKeys.SCENARIO, quoted(schedule.setting().scenario()));
        line(ScheduleKeys.MACHINE, object(schedule.setting().machine()));
        line(ScheduleKeys.DESIGN, object(schedule.setting().design()));
        line(ScheduleKeys.SETTING, quoted(Fingerprint.render(schedule.setting().fingerprint())));
        line(ScheduleKeys.PROFILE, quoted(schedule.setting().profile()));
        line(ScheduleKeys.SEED, Long.toString(schedule.setting().seed()));
        line(ScheduleKeys.BREAKS, quoted(schedule.breaks()));
        line(ScheduleKeys.FINGERPRINT, quoted(Fingerprint.render(schedule.fingerprint())));
        list(ScheduleKeys.STEPS, schedule.steps().stream().map(ScheduleWriter::quoted).toList());
        text.append(",\n");
        list(ScheduleKeys.CHECKPOINTS,
                schedule.checkpoints().stream().map(ScheduleWriter::checkpoint).toList());
        text.append("\n}\n");
    }

    private void line(String key, String value) {
        text.append("  ").append(quoted(key)).append(": ").append(value).append(",\n");
    }

    private void list(String key, List<String> items) {
        text.append("  ").append(quoted(key)).append(": [");
        for (Iterator<String> each = items.iterator(); each.hasNext();) {
            text.append("\n    ").append(each.next()).append(each.hasNext() ? "," : "\n  ");
        }
        text.append(']');
    }

    private static String checkpoint(Checkpoint checkpoint) {
        return "{" + quoted(ScheduleKeys.STEP) + ": " + checkpoint.step() + ", "
                + quoted(ScheduleKeys.FINGERPRINT) + ": "
                + quoted(Fingerprint.render(checkpoint.fingerprint())) + ", "
                + quoted(ScheduleKeys.CHANGED) + ": " + object(checkpoint.changed()) + "}";
    }

    private static String object(Map<String, String> values) {
        StringBuilder object = new StringBuilder("{");
        values.forEach((key, value) -> object.append(object.length() > 1 ? ", " : "")
                .append(quoted(key)).append(": ").append(quoted(value)));
        return object.append('}').toString();
    }

    private static String quoted(String value) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) + "\"";
    }
}
