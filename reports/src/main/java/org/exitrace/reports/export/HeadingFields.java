package org.exitrace.reports.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.reports.view.RunHeading;

/** What was run, as keys and values: what each file says of itself where its format lets it. */
final class HeadingFields {

    private HeadingFields() {
    }

    /** In the order in which they are told; what does not apply is left out. */
    static Map<String, String> of(RunHeading heading) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("scenario", heading.scenario());
        fields.put("machine", heading.machine());
        heading.design().labels().forEach((name, value) -> fields.put("switch " + name, value));
        fields.put("profile", heading.profile());
        fields.put("seed", heading.seed());
        fields.put("trace", heading.traceHash());
        fields.put("end", heading.ending());
        fields.put("repeat", heading.reproduction());
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
