package org.exitrace.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.text.TextExploration;
import org.exitrace.reports.view.ExplorationView;
import org.exitrace.reports.view.ExplorationView.Finding;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunView;

/** A search: its extent, counts and bounds, the verdict of each property, and its schedules. */
final class ExplorationSection {

    private ExplorationSection() {
    }

    static void write(ExplorationView search, Markup page) {
        List<PropertyView> properties =
                search.findings().stream().map(Finding::property).toList();
        HeadingSection.write("All interleavings", search.heading(), properties,
                search.exhaustive() ? "every reachable state was seen" : search.end(), page);
        summary(search, page);
        Map<String, String> keys = new LinkedHashMap<>();
        Map<RunView, List<Finding>> schedules = search.schedules();
        int number = 1;
        for (List<Finding> shown : schedules.values()) {
            String key = "run-" + number++;
            shown.forEach(finding -> keys.put(finding.property().id(), key));
        }
        Map<String, String> why = new LinkedHashMap<>();
        search.findings().forEach(f -> why.put(f.property().id(),
                f.why().equals(f.property().verdict().toString()) ? "" : f.why()));
        PropertySection.write(properties, p -> keys.getOrDefault(p.id(), ""),
                p -> why.get(p.id()), page);
        schedules.forEach((run, shown) -> LanesSection.write(
                keys.get(shown.get(0).property().id()), ExplorationView.title(run, shown), run,
                page));
    }

    private static void summary(ExplorationView search, Markup page) {
        ExplorationView.Counts counts = search.counts();
        page.open("section", "aria-labelledby", "search");
        page.element("h2", "Search", "id", "search");
        page.open("dl", "class", "figures");
        figure("distinct states", Durations.grouped(counts.states()), page);
        figure("transitions", Durations.grouped(counts.transitions()), page);
        figure("depth", Integer.toString(counts.depth()), page);
        figure("states at rest", Durations.grouped(counts.ends()), page);
        page.close();
        page.element("p", search.strategy() + ", " + TextExploration.extent(search),
                "class", search.exhaustive() ? "extent" : "extent partial");
        page.open("ul", "class", "bounds");
        search.bounds().forEach(bound -> page.element("li", bound));
        page.element("li", TextExploration.collision(search));
        page.close().close().line();
    }

    private static void figure(String name, String value, Markup page) {
        page.open("div").element("dt", name).element("dd", value).close();
    }
}
