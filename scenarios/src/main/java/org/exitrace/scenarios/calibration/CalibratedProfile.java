package org.exitrace.scenarios.calibration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Reading;

/** The text of a timing profile that holds what a trace told, and what another profile knows. */
public final class CalibratedProfile {

    private static final String CYCLES = "cycles";
    private static final int COLUMNS = 100;
    private static final String COST = "  ";
    private static final String INSIDE = "    ";

    private final StringBuilder out = new StringBuilder();
    private final Set<String> measured = new LinkedHashSet<>();

    private CalibratedProfile() {
    }

    /**
     * The text.
     *
     * @param name of the profile: lower-case words joined by hyphens
     * @param platform what was measured
     * @param trace the name of the trace
     * @param costs what the trace told
     */
    public static CalibratedProfile of(
            String name, String platform, String trace, List<CalibratedCost> costs) {
        CalibratedProfile made = new CalibratedProfile();
        made.out.append("format: 1\nprofile: ").append(name).append('\n');
        made.said("", "title", "Calibrated from a trace");
        made.said("", "platform", platform);
        made.out.append("costs:\n");
        for (CalibratedCost cost : costs) {
            made.measured.add(cost.key());
            made.out.append(COST).append(cost.key()).append(":\n")
                    .append(INSIDE).append(cost.form()).append('\n');
            made.said(INSIDE, "conditions", cost.conditions());
            made.said(INSIDE, "source", "trace " + trace + ", " + samples(cost));
            made.out.append(INSIDE).append("confidence: ").append(cost.confidence()).append('\n');
        }
        return made;
    }

    /**
     * Adds each cost of another profile that the trace did not tell; measured ones are said to be
     * of that profile's platform.
     *
     * @param document the other profile as it was read
     */
    public CalibratedProfile completedBy(Node.Mapping document) {
        String name = Reading.text(document.get("profile"));
        Node clock = document.get("clock-mhz");
        Node.Mapping costs = Reading.mapping(document.get("costs"));
        for (String key : costs.keys()) {
            if (!measured.contains(key) && costs.get(key) instanceof Node.Mapping cost) {
                out.append(COST).append(key).append(":\n");
                cost.entries().forEach((word, entry) -> entry(word, entry.value()));
                if (cost.get("source") != null && cost.get("cpu") == null) {
                    out.append(INSIDE).append("cpu: that of profile ").append(name).append('\n');
                }
                if (clock != null && cost.get("clock-mhz") == null
                        && Reading.text(cost.get("unit")).equals(CYCLES)) {
                    entry("clock-mhz", clock);
                }
            }
        }
        return this;
    }

    /** A name that profiles can have, made of the name of a file. */
    public static String nameOf(String file) {
        String name = file.replaceFirst(".*/", "").replaceFirst("\\.[A-Za-z]+$", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "trace" : name;
    }

    private void entry(String name, Node value) {
        if (value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT) {
            said(INSIDE, name, scalar.text());
        } else {
            out.append(INSIDE).append(name).append(": ").append(flow(value)).append('\n');
        }
    }

    /** Numbers in lists and sets, on one line. */
    private static String flow(Node value) {
        if (value instanceof Node.Sequence sequence) {
            return "[" + String.join(", ", sequence.items().stream()
                    .map(CalibratedProfile::flow).toList()) + "]";
        }
        if (value instanceof Node.Mapping mapping) {
            return "{" + String.join(", ", mapping.entries().entrySet().stream()
                    .map(CalibratedProfile::flow).toList()) + "}";
        }
        return Reading.text(value);
    }

    private static String flow(Map.Entry<String, Node.Entry> entry) {
        return entry.getKey() + ": " + flow(entry.getValue().value());
    }

    /** A text in lines of its own, so that no character in it means anything to YAML. */
    private void said(String indent, String key, String text) {
        if (text.matches("[a-z]+")) {
            out.append(indent).append(key).append(": ").append(text).append('\n');
            return;
        }
        out.append(indent).append(key).append(": >-\n");
        StringBuilder line = new StringBuilder(indent).append("  ");
        for (String word : text.strip().split("\\s+")) {
            if (line.length() + word.length() > COLUMNS && !line.toString().isBlank()) {
                out.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent).append("  ");
            }
            line.append(word).append(' ');
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String samples(CalibratedCost cost) {
        long number = cost.latencies().samples();
        return number + (number == 1 ? " sample" : " samples");
    }

    /** The file's text. */
    @Override
    public String toString() {
        return out.toString();
    }
}
