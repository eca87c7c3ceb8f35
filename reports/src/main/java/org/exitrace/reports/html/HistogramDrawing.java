package org.exitrace.reports.html;

import java.util.List;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Histogram;
import org.exitrace.reports.statistics.Histogram.Bin;
import org.exitrace.reports.view.TimingView;

/** A histogram as SVG: bars of equal width, edges beneath, the tallest bar's count above it. */
final class HistogramDrawing {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int TOP = 22;
    private static final int FOOT = 28;
    private static final int SIDE = 34;
    private static final int MOST_EDGES = 7;

    private HistogramDrawing() {
    }

    static void write(TimingView.Measure measure, Markup page) {
        Histogram histogram = Histogram.of(measure.samplesNs());
        List<Bin> bins = histogram.bins();
        page.open("svg", "class", "histogram", "viewBox", "0 0 " + WIDTH + " " + HEIGHT,
                "role", "img", "aria-label", "Histogram of " + measure.name());
        for (int i = 0; i < bins.size(); i++) {
            bar(i, histogram, page);
        }
        page.empty("line", "x1", "" + SIDE, "x2", "" + (WIDTH - SIDE),
                "y1", "" + (HEIGHT - FOOT), "y2", "" + (HEIGHT - FOOT), "class", "axis");
        int every = (bins.size() + MOST_EDGES - 1) / MOST_EDGES;
        for (int i = 0; i <= bins.size(); i += every) {
            long edge = i < bins.size() ? bins.get(i).from() : bins.get(i - 1).to();
            page.element("text", Durations.brief(edge), "x", "" + x(i, bins.size()),
                    "y", "" + (HEIGHT - FOOT + 17), "text-anchor", "middle");
        }
        page.element("text", shape(histogram) + "tallest bar: "
                + Durations.grouped(histogram.tallest()) + " of "
                + Durations.grouped(measure.samplesNs().length),
                "x", "" + SIDE, "y", "12");
        page.close();
    }

    private static String shape(Histogram histogram) {
        Bin first = histogram.bins().get(0);
        return histogram.logarithmic() ? "bins grow 1-2-5; " : histogram.hasFewBelow()
                ? "first bar: " + Durations.brief(first.from()) + " to "
                        + Durations.brief(first.to()) + "; " : "";
    }

    private static void bar(int i, Histogram histogram, Markup page) {
        Bin bin = histogram.bins().get(i);
        int count = histogram.bins().size();
        int room = HEIGHT - FOOT - TOP;
        int height = (int) ((long) room * bin.count() / histogram.tallest());
        int shown = bin.count() > 0 ? Math.max(1, height) : 0;
        page.open("rect", "class", "bar", "x", "" + x(i, count), "y",
                "" + (HEIGHT - FOOT - shown), "width",
                "" + Math.max(1, x(i + 1, count) - x(i, count) - 1), "height", "" + shown);
        page.element("title", Durations.brief(bin.from()) + " to " + Durations.brief(bin.to())
                + ": " + Durations.grouped(bin.count()));
        page.close();
    }

    private static int x(int edge, int bins) {
        return SIDE + (WIDTH - 2 * SIDE) * edge / bins;
    }
}
