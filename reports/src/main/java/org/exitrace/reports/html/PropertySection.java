package org.exitrace.reports.html;

import java.util.List;
import java.util.function.Function;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.Verdict;

/** The properties with kind, sentence, reason and source, and where each broke. */
final class PropertySection {

    private PropertySection() {
    }

    /**
     * Writes the list.
     *
     * @param runOf key of the run that a link to the broken step leads into; may be empty
     * @param why what was seen, in a sentence; may be empty
     */
    static void write(
            List<PropertyView> properties, Function<PropertyView, String> runOf,
            Function<PropertyView, String> why, Markup page) {
        page.open("section", "aria-labelledby", "properties");
        page.element("h2", "Properties", "id", "properties");
        page.open("ul", "class", "properties").line();
        properties.forEach(property ->
                item(property, runOf.apply(property), why.apply(property), page));
        page.close().close().line();
    }

    private static void item(
            PropertyView property, String runKey, String why, Markup page) {
        page.open("li", "class", property.isBroken() ? "broken" : "kept");
        page.open("p", "class", "mark");
        page.element("strong", mark(property.verdict()) + " " + property.verdict());
        if (property.isBroken() && property.brokenAt() >= 0 && !runKey.isEmpty()) {
            page.text(" at ").link(runKey + "-step-" + property.brokenAt(),
                    property.brokenAt() == 0 ? "the first state" : "step " + property.brokenAt());
        }
        page.close();
        page.open("div");
        page.open("p").element("span", property.kind(), "class", "kind").text(" ");
        page.element("span", property.sentence()).text(" ");
        page.element("code", property.id(), "class", "id").close();
        if (!property.because().isEmpty()) {
            page.element("p", "because " + property.because(), "class", "because");
        }
        if (!why.isEmpty()) {
            page.element("p", why, "class", "why");
        }
        if (!property.source().isEmpty()) {
            page.element("p", property.source(), "class", "source");
        }
        page.close().close().line();
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case BROKEN -> "\u2715";
            case HELD, REACHED -> "\u2713";
            default -> "\u25cb";
        };
    }
}
