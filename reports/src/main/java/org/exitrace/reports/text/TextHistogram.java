package org.exitrace.reports.text;

import java.util.List;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Histogram;
import org.exitrace.reports.statistics.Histogram.Bin;

/** A histogram as bars of characters: a column a bin, edges beneath. */
final class TextHistogram {

    private static final int ROWS = 6;
    private static final int EDGE_COLUMNS = 11;
    /** What a column shows in a row that its bar fills by nothing, a third, two, or all. */
    private static final String FILLED = " .:#";
    private static final int PARTS = FILLED.length() - 1;

    private TextHistogram() {
    }

    /** Writes {@code samplesNs}, unless all are the same: then a drawing tells nothing. */
    static void write(long[] samplesNs, StringBuilder out) {
        Histogram histogram = Histogram.of(samplesNs);
        List<Bin> bins = histogram.bins();
        if (bins.size() < 2) {
            return;
        }
        int wide = Math.max(1, Wrap.COLUMNS / (bins.size() + 1));
        for (int row = ROWS - 1; row >= 0; row--) {
            StringBuilder line = new StringBuilder();
            for (Bin bin : bins) {
                line.append(String.valueOf(filled(bin, row, histogram.tallest())).repeat(wide));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        edges(bins, wide, out);
        out.append("columns are of ").append(widths(histogram)).append("; the highest is ")
                .append(Durations.grouped(histogram.tallest())).append(" of ")
                .append(Durations.grouped(samplesNs.length)).append('\n');
    }

    private static String widths(Histogram histogram) {
        Bin first = histogram.bins().get(0);
        Bin last = histogram.bins().get(histogram.bins().size() - 1);
        return histogram.logarithmic() ? "widths that grow 1-2-5"
                : Durations.brief(last.to() - last.from()) + (histogram.hasFewBelow()
                        ? ", but the first, which is from " + Durations.brief(first.from())
                        + " to " + Durations.brief(first.to()) : "");
    }

    /** Each sample shows: a column that is not empty begins with a point. */
    private static char filled(Bin bin, int row, int tallest) {
        long parts = (long) bin.count() * ROWS * PARTS / tallest;
        long here = Math.max(parts, bin.count() > 0 ? 1 : 0) - (long) row * PARTS;
        return FILLED.charAt((int) Math.min(PARTS, Math.max(0, here)));
    }

    private static void edges(List<Bin> bins, int wide, StringBuilder out) {
        StringBuilder marks = new StringBuilder();
        StringBuilder names = new StringBuilder();
        int every = (EDGE_COLUMNS + wide - 1) / wide;
        for (int i = 0; i < bins.size(); i++) {
            marks.append(i % every == 0 ? '+' : '-').append("-".repeat(wide - 1));
            if (i % every == 0) {
                names.append(" ".repeat(Math.max(0, i * wide - names.length())))
                        .append(Durations.brief(bins.get(i).from()));
            }
        }
        out.append(marks).append('\n').append(names).append('\n');
    }
}
