package org.exitrace.reports.html;

import java.util.List;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.view.Plot;
import org.exitrace.reports.view.Plot.Line;
import org.exitrace.reports.view.Plot.Point;

/** Lines as SVG, with the interval of each point; told apart by dash and colour. */
final class LinesDrawing {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 66;
    private static final int RIGHT = 20;
    private static final int TOP = 36;
    private static final int FOOT = 40;
    private static final int COLOURS = 7;
    private static final int LEGEND = 46;
    private static final int LETTER = 6;

    private LinesDrawing() {
    }

    static void write(Plot plot, Markup page) {
        PlotScale across = new PlotScale(plot.across(),
                PlotScale.ends(plot, List.of(Point::x)), LEFT, WIDTH - RIGHT);
        PlotScale up = new PlotScale(plot.up(),
                PlotScale.ends(plot, List.of(Point::y, Point::low, Point::high)),
                HEIGHT - FOOT, TOP);
        page.open("svg", "class", "plot", "viewBox", "0 0 " + WIDTH + " " + HEIGHT,
                "role", "img", "aria-label", plot.name());
        axes(plot, across, up, page);
        int left = LEFT;
        for (int i = 0; i < plot.lines().size(); i++) {
            line(plot.lines().get(i), i, left, across, up, page);
            left += LEGEND + LETTER * plot.lines().get(i).name().length();
        }
        page.close();
    }

    private static void axes(Plot plot, PlotScale across, PlotScale up, Markup page) {
        for (double tick : up.ticks()) {
            String y = up.pixel(tick);
            page.empty("line", "class", "grid", "x1", "" + LEFT, "x2", "" + (WIDTH - RIGHT),
                    "y1", y, "y2", y);
            page.element("text", up.label(tick), "x", "" + (LEFT - 6), "y", y,
                    "dy", "4", "text-anchor", "end");
        }
        String foot = "" + (HEIGHT - FOOT);
        page.empty("line", "class", "axis", "x1", "" + LEFT, "x2", "" + (WIDTH - RIGHT),
                "y1", foot, "y2", foot);
        for (double tick : across.ticks()) {
            page.element("text", across.label(tick), "x", across.pixel(tick),
                    "y", "" + (HEIGHT - FOOT + 15), "text-anchor", "middle");
        }
        page.element("text", plot.across().name(), "x", "" + (WIDTH - RIGHT),
                "y", "" + (HEIGHT - 6), "text-anchor", "end");
        page.element("text", plot.up().name(), "x", "4", "y", "12");
    }

    private static void line(Line line, int place, int left, PlotScale across, PlotScale up,
            Markup page) {
        StringBuilder path = new StringBuilder();
        StringBuilder intervals = new StringBuilder();
        for (Point point : line.points()) {
            String x = across.pixel(point.x());
            path.append(path.isEmpty() ? "M" : " L").append(x).append(' ')
                    .append(up.pixel(point.y()));
            if (point.low() < point.high()) {
                intervals.append(" M").append(x).append(' ').append(up.pixel(point.low()))
                        .append(" V").append(up.pixel(point.high()));
            }
        }
        page.open("g", "class", "actor-" + place % COLOURS);
        page.empty("path", "d", path.toString());
        if (!intervals.isEmpty()) {
            page.empty("path", "class", "interval", "d", intervals.toString().strip());
        }
        page.empty("path", "d", "M" + left + " 24 H" + (left + 24));
        page.element("text", line.name(), "x", "" + (left + 30), "y", "28");
        page.close();
    }
}
