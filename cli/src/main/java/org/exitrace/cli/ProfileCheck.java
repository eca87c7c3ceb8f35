package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.scenarios.calibration.Calibration;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.profile.ProfileFile;

/** Whether timing profiles can be used, and for which machines. */
final class ProfileCheck {

    private static final int WIDE = 20;

    private final Sheet sheet = new Sheet(WIDE);
    private final List<JsonObject> documents = new ArrayList<>();
    private final List<MachineKind> kinds;
    private final Set<String> known = new LinkedHashSet<>();

    private ProfileCheck(List<MachineKind> kinds) {
        this.kinds = kinds;
        kinds.forEach(kind -> known.addAll(kind.timingKeys()));
    }

    /** Each of those that {@code reader} knows by {@code names}, which it refuses if it must. */
    static Answer each(
            List<String> names, Function<String, ProfileFile> reader, List<MachineKind> kinds) {
        ProfileCheck check = new ProfileCheck(kinds);
        names.forEach(name -> check.add(name, reader.apply(name)));
        return Answer.of(check.sheet.toString(),
                new JsonObject().put("profiles", check.documents));
    }

    private void add(String name, ProfileFile profile) {
        List<String> complete = new ArrayList<>();
        List<JsonObject> lacking = new ArrayList<>();
        Sheet lacks = new Sheet(WIDE);
        for (MachineKind kind : kinds) {
            List<String> missing = new ArrayList<>(kind.timingKeys());
            missing.removeAll(profile.times().costs().keySet());
            if (missing.isEmpty()) {
                complete.add(kind.name());
            } else {
                lacks.add("lacks for " + kind.name(), String.join(", ", missing));
                lacking.add(new JsonObject().put("kind", kind.name()).put("keys", missing));
            }
        }
        Map<String, String> unknown = unknown(profile);
        sheet.line(name + ": " + (unknown.isEmpty() ? "nothing is wrong"
                : "can be read; " + TraceTally.counted(unknown.size(), "warning")))
                .add("complete for", complete.isEmpty() ? "no kind of machine"
                        : String.join(", ", complete)).block(lacks.toString());
        unknown.forEach((key, remedy) -> sheet.add("warning",
                "no machine has a step that costs '" + key + "'; " + remedy));
        sheet.add("assumed", String.join(", ", profile.assumedKeys()));
        documents.add(new JsonObject().put("name", profile.name()).put("completeFor", complete)
                .put("lacks", lacking).put("unknown", unknown.entrySet().stream()
                        .map(each -> new JsonObject().put("key", each.getKey())
                                .put("remedy", each.getValue())).toList())
                .put("assumed", profile.assumedKeys()));
    }

    /** Keys that no step has, each with what was meant. */
    private Map<String, String> unknown(ProfileFile profile) {
        Map<String, String> unknown = new LinkedHashMap<>();
        for (ProfileFile.Trust cost : profile.costs()) {
            if (!known.contains(cost.key()) && !cost.key().startsWith(Calibration.ONE_REASON)) {
                unknown.put(cost.key(), DidYouMean.remedy(cost.key(), known));
            }
        }
        return unknown;
    }
}
