package org.exitrace.reports.html;

import org.exitrace.reports.markup.Markup;

/** A bar of a whole: busy, waiting, and the rest idle; told apart by pattern and colour. */
final class ShareDrawing {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 14;

    private ShareDrawing() {
    }

    static void write(double busy, double waiting, Markup page) {
        int first = (int) Math.round(WIDTH * busy);
        int second = (int) Math.round(WIDTH * (busy + waiting));
        page.open("svg", "class", "share", "viewBox", "0 0 " + WIDTH + " " + HEIGHT,
                "width", "" + WIDTH, "height", "" + HEIGHT, "aria-hidden", "true");
        part("idle", 0, WIDTH, page);
        part("waiting", first, second, page);
        part("busy", 0, first, page);
        page.close();
    }

    private static void part(String kind, int from, int to, Markup page) {
        page.empty("rect", "class", kind, "x", "" + from, "y", "0",
                "width", "" + Math.max(0, to - from), "height", "" + HEIGHT);
    }
}
