package org.exitrace.reports.html;

import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.StudyView;

/** The head of a page: what was run, in which design, what came of it, and how to repeat it. */
final class HeadingSection {

    private HeadingSection() {
    }

    /**
     * Writes the head.
     *
     * @param what the kind of report
     * @param properties what was shown of each property
     * @param ending what else the verdict tells; may be empty
     */
    static void write(
            String what, RunHeading heading, List<PropertyView> properties, String ending,
            Markup page) {
        page.open("header");
        page.element("p", what, "class", "what");
        page.element("h1", heading.scenario());
        verdict(properties, ending, page);
        page.open("dl", "class", "facts");
        fact("machine", heading.machine(), page);
        fact("profile", heading.profile(), page);
        fact("seed", heading.seed(), page);
        fact("trace", heading.traceHash(), page);
        page.close();
        repeat(heading.reproduction(), "repeat", page);
        page.close().line();
        design(heading.design(), "Design", page);
    }

    /** Writes the head of a study that judges nothing. */
    static void write(StudyView study, Markup page) {
        RunHeading heading = study.heading();
        page.open("header");
        page.element("p", study.what(), "class", "what");
        page.element("h1", heading.scenario());
        page.open("dl", "class", "facts");
        fact("machine", heading.machine(), page);
        study.facts().forEach(fact -> fact(fact.word(), fact.text(), page));
        fact("profile", heading.profile(), page);
        fact("seed", heading.seed(), page);
        page.close();
        repeat(heading.reproduction(), "repeat", page);
        page.close().line();
        design(heading.design(), "Design " + study.design(), page);
    }

    private static void verdict(List<PropertyView> properties, String ending, Markup page) {
        long broken = properties.stream().filter(PropertyView::isBroken).count();
        String text = broken == 0 ? "No property broken"
                : broken + (broken == 1 ? " property broken" : " properties broken");
        page.open("p", "class", broken == 0 ? "verdict held" : "verdict broken");
        page.element("strong", (broken == 0 ? "\u2713 " : "\u2715 ") + text);
        page.text(ending.isEmpty() ? "" : " \u00b7 " + ending);
        page.close();
    }

    private static void fact(String name, String value, Markup page) {
        if (!value.isEmpty()) {
            page.open("div").element("dt", name).element("dd", value).close();
        }
    }

    /** The line that repeats something, with a button that copies it; {@code id} is its own. */
    static void repeat(String command, String id, Markup page) {
        page.open("div", "class", "repeat");
        page.element("code", command, "id", id);
        page.element("button", "Copy", "type", "button", "data-copy", id,
                "aria-label", "Copy the line that repeats this");
        page.close();
    }

    private static void design(Design design, String title, Markup page) {
        if (design.switches().isEmpty()) {
            return;
        }
        page.open("section", "aria-labelledby", "design");
        page.element("h2", title.strip(), "id", "design");
        page.element("p", differences(design));
        page.open("details").element("summary", "All " + design.switches().size() + " switches");
        page.open("div", "class", "wide").open("table", "class", "design");
        page.in("thead", head -> head.in("tr", row -> row
                .element("th", "switch").element("th", "value").element("th", "what it means")
                .element("th", "source")));
        page.open("tbody");
        for (Switch<?> choice : design.switches()) {
            row(choice, design, page);
        }
        page.close().close().close().close().close().line();
    }

    /** What a reader must know at once; the table below tells the rest. */
    private static String differences(Design design) {
        return design.differences().isEmpty() ? "Every switch has its usual value."
                : "Not as usual: " + design.differences().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(", ")) + ".";
    }

    private static void row(Switch<?> choice, Design design, Markup page) {
        String label = design.labels().get(choice.name());
        SwitchValue value = choice.find(label).<SwitchValue>map(found -> found).orElseThrow();
        page.open("tr");
        page.in("th", cell -> cell.element("code", choice.name()), "scope", "row");
        page.open("td").element("code", label);
        if (design.differences().containsKey(choice.name())) {
            page.element("small", "usually " + choice.usual().label());
        }
        page.close();
        page.in("td", cell -> cell.text(value.meaning()).element("small", choice.question()));
        page.element("td", value.source());
        page.close();
    }
}
