package org.exitrace.reports.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.exitrace.reports.view.TimingView.Measure;

/**
 * Latencies as an HdrHistogram log, format 1.3: one histogram in nanoseconds for each measure, to
 * three digits, its name as the tag. Virtual time has no date, so that each begins at 0.
 */
public final class HdrLog {

    private static final int DIGITS = 3;
    private static final double NS_A_MS = 1e6;

    private HdrLog() {
    }

    /** The log of {@code measures}; one that no run has is left out. */
    public static String of(List<Measure> measures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(out);
        log.outputComment("[virtual time of a simulation, in ns; the last column in ms]");
        log.outputLogFormatVersion();
        log.outputLegend();
        for (Measure measure : measures) {
            if (measure.samplesNs().length > 0) {
                Histogram histogram = new Histogram(DIGITS);
                long most = 0;
                for (long ns : measure.samplesNs()) {
                    histogram.recordValue(ns);
                    most = Math.max(most, ns);
                }
                histogram.setTag(tag(measure.name()));
                log.outputIntervalHistogram(0, most / (NS_A_MS * 1_000), histogram, NS_A_MS);
            }
        }
        log.close();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Tags have neither blanks nor commas. */
    private static String tag(String name) {
        return Ascii.of(name).replaceAll("[\\s,]+", "-");
    }
}
