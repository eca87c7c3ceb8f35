package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.Verdict;
import org.exitrace.scenarios.campaign.Judgement;

/** What was shown of properties, and whether that was to be expected. */
final class Shown {

    private Shown() {
    }

    /** What one run showed of each property. */
    static List<PropertyView> properties(Model model, RunResult result) {
        List<PropertyView> views = new ArrayList<>();
        for (Property property : model.properties()) {
            Long step = result.broken().get(property);
            views.add(step != null ? PropertyView.brokenAt(property, step.intValue())
                    : PropertyView.of(property, unbroken(property, result)));
        }
        return views;
    }

    /** Ids of the properties that one run broke, the first first. */
    static List<String> ids(RunResult result) {
        return result.broken().keySet().stream().map(Property::id).toList();
    }

    private static Verdict unbroken(Property property, RunResult result) {
        return switch (property.kind()) {
            case REACHABLE -> result.reached().contains(property)
                    ? Verdict.REACHED : Verdict.NOT_REACHED;
            case EVENTUALLY -> result.owed().contains(property) ? Verdict.OWED : Verdict.HELD;
            case AT_REST -> result.end() == RunEnd.AT_REST
                    ? Verdict.HELD : Verdict.UNDECIDED;
            default -> Verdict.HELD;
        };
    }

    /** A line for each property, the verdict first. */
    static void write(List<PropertyView> properties, Sheet sheet) {
        for (PropertyView property : properties) {
            sheet.add(property.isBroken() && property.brokenAt() >= 0
                            ? "BROKEN at " + property.brokenAt()
                            : property.isBroken() ? "BROKEN" : property.verdict().toString(),
                    property.kind() + ": " + property.sentence() + " [" + property.id() + "]");
        }
    }

    /** For programs. */
    static List<JsonObject> json(List<PropertyView> properties) {
        return properties.stream().map(property -> new JsonObject().put("id", property.id())
                .put("kind", property.kind()).put("sentence", property.sentence())
                .put("verdict", property.verdict().toString())
                .put("brokenAt", property.brokenAt())).toList();
    }

    /** Whether that was to be expected, in a sentence. */
    static void write(Judgement judgement, Sheet sheet) {
        sheet.sentence(switch (judgement.verdict()) {
            case PASSED -> "as expected: ";
            case FAILED -> "NOT as expected: ";
            case UNDECIDED -> "undecided: ";
        } + judgement.why());
    }

    /** For programs. */
    static JsonObject json(Judgement judgement) {
        return new JsonObject().put("verdict", judgement.verdict().toString())
                .put("why", judgement.why());
    }
}
