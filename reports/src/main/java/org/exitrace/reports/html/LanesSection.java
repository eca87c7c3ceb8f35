package org.exitrace.reports.html;

import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.text.TextTrace;
import org.exitrace.reports.view.RunView;

/** The swim-lanes of one run: the frame that the page's script fills, and the run as text. */
final class LanesSection {

    private static final int MOST_STEPS_AS_TEXT = 500;

    private LanesSection() {
    }

    /** Writes the lanes of {@code run}; {@code key} keeps runs of one page apart. */
    static void write(String key, String title, RunView run, Markup page) {
        page.open("section", "class", "run", "id", key, "data-run", key + "-data");
        page.element("h2", title);
        toolbar(page);
        page.open("div", "class", "view");
        page.open("div", "class", "lanes", "tabindex", "0", "role", "listbox",
                "aria-label", "Steps; the arrow keys choose one");
        page.close();
        page.open("aside", "class", "panel", "aria-label", "The step that is chosen").close();
        page.close();
        page.element("noscript", "The lanes need JavaScript; the trace as text stands below.");
        page.data(key + "-data", RunData.of(run)).line();
        if (run.stepCount() <= MOST_STEPS_AS_TEXT) {
            page.open("details", "class", "text").element("summary", "The same as text");
            page.element("pre", TextTrace.of(run)).close();
        }
        page.close().line();
    }

    private static void toolbar(Markup page) {
        page.open("div", "class", "toolbar");
        page.open("span", "class", "zoom", "role", "group", "aria-label", "Zoom");
        button("fit", "Fit", "Fit the width", page);
        button("in", "+", "Larger", page);
        button("out", "\u2212", "Smaller", page);
        page.close();
        page.open("span", "class", "legend");
        page.element("span", "acts", "class", "acts");
        page.element("span", "can act", "class", "ready");
        page.element("span", "waits", "class", "waits");
        page.element("span", "rests", "class", "rests");
        page.element("span", "message", "class", "arrow");
        page.element("span", "makes possible", "class", "arrow enables");
        page.element("span", "broken", "class", "broke");
        page.close();
        page.in("span", keys -> keys.element("kbd", "\u2191").element("kbd", "\u2193")
                .text(" step ").element("kbd", "\u2190").element("kbd", "\u2192")
                .text(" same actor"), "class", "keys");
        page.close();
    }

    private static void button(String zoom, String face, String label, Markup page) {
        page.element("button", face, "type", "button", "data-zoom", zoom, "aria-label", label,
                "title", label);
    }
}
