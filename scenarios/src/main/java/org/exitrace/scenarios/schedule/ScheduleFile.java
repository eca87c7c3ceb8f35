package org.exitrace.scenarios.schedule;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.schedule.Checkpoint;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleException;
import org.exitrace.engine.schedule.Setting;
import org.exitrace.scenarios.document.DocumentReader;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Syntax;
import org.exitrace.scenarios.document.UnusableInputException;

/**
 * A schedule as it was read, with the places of its parts for messages.
 *
 * @param schedule what the file says
 * @param settingFingerprint of scenario, machine and design when it was recorded
 * @param tree the file
 */
public record ScheduleFile(Schedule schedule, long settingFingerprint, Node.Mapping tree) {

    /**
     * The schedule that the file {@code name} in {@code folder} holds.
     *
     * @throws UnusableInputException with everything that is wrong with the file by itself
     */
    public static ScheduleFile read(Folder folder, String name) {
        FileText text = FileText.read(folder, name, Limits.RECORDED.bytes());
        Problems problems = new Problems();
        Node tree = DocumentReader.read(text, Syntax.JSON, Limits.RECORDED, problems);
        refuseOtherFormat(tree);
        StrictFields fields = new StrictFields(tree, ScheduleKeys.FILE, problems);
        fields.number(ScheduleKeys.FORMAT, 1);
        Setting setting = new Setting(fields.text(ScheduleKeys.SCENARIO),
                fields.texts(ScheduleKeys.MACHINE), fields.texts(ScheduleKeys.DESIGN),
                fields.text(ScheduleKeys.PROFILE),
                fields.number(ScheduleKeys.SEED, Long.MIN_VALUE));
        long recordedIn = fields.fingerprint(ScheduleKeys.SETTING);
        List<String> steps = fields.textItems(ScheduleKeys.STEPS);
        List<Checkpoint> checkpoints = checkpoints(fields, problems);
        long fingerprint = fields.fingerprint(ScheduleKeys.FINGERPRINT);
        String breaks = fields.text(ScheduleKeys.BREAKS);
        problems.throwIfAny();
        try {
            return new ScheduleFile(new Schedule(Schedule.FORMAT, setting, steps, checkpoints,
                    fingerprint, breaks), recordedIn, (Node.Mapping) tree);
        } catch (ScheduleException refused) {
            throw new UnusableInputException(
                    ((Node.Mapping) tree).placeOf(ScheduleKeys.CHECKPOINTS), refused.getMessage());
        }
    }

    /** Where {@code key} stands. */
    Place placeOf(String key) {
        return tree.placeOf(key);
    }

    /** Where the step at {@code position}, from 0, stands. */
    Place placeOfStep(int position) {
        return ((Node.Sequence) tree.get(ScheduleKeys.STEPS)).items().get(position).place();
    }

    private static List<Checkpoint> checkpoints(StrictFields file, Problems problems) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Node item : file.items(ScheduleKeys.CHECKPOINTS)) {
            StrictFields fields = new StrictFields(item, ScheduleKeys.CHECKPOINT, problems);
            checkpoints.add(new Checkpoint(
                    (int) Math.min(fields.number(ScheduleKeys.STEP, 0), Integer.MAX_VALUE),
                    fields.fingerprint(ScheduleKeys.FINGERPRINT),
                    fields.texts(ScheduleKeys.CHANGED)));
        }
        return checkpoints;
    }

    private static void refuseOtherFormat(Node tree) {
        if (tree instanceof Node.Mapping file
                && file.get(ScheduleKeys.FORMAT) instanceof Node.Scalar format
                && format.kind() == Node.Kind.INTEGER
                && !format.text().equals(Integer.toString(Schedule.FORMAT))) {
            throw new UnusableInputException(format.place(), "this schedule has format "
                    + format.text() + ", but this version of Exitrace reads format "
                    + Schedule.FORMAT + "; record it again");
        }
    }
}
