package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.profile.ProfileFile;

/** Which costs of a study nobody measured, or on another machine, and why they stand there. */
final class AssumedView {

    private AssumedView() {
    }

    /** All of {@code parts}, and a table of such costs behind them where there are any. */
    static List<StudyPart> behind(List<StudyPart> parts, ProfileFile used) {
        List<List<String>> rows = new ArrayList<>();
        for (ProfileFile.Trust cost : used.costs()) {
            boolean isAssumed = cost.confidence().equals(ProfileFile.Trust.ASSUMED);
            if (isAssumed || !cost.cpu().isEmpty()) {
                rows.add(List.of(cost.key(), cost.form(),
                        isAssumed ? "nobody measured it" : "measured on " + cost.cpu(),
                        cost.source()));
            }
        }
        List<StudyPart> all = new ArrayList<>(parts);
        if (!rows.isEmpty()) {
            all.add(new StudyPart("Costs that are assumed, or of another machine",
                    List.of("cost key", "time", "known how", "why, or where it was read"), rows,
                    List.of(), List.of("Of the " + used.costs().size() + " costs that steps of"
                            + " this machine have. All others were measured on the profile's"
                            + " platform: " + used.platform().strip()), List.of(), ""));
        }
        return all;
    }
}
