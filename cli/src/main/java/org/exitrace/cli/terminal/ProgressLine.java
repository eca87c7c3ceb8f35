package org.exitrace.cli.terminal;

import org.exitrace.reports.statistics.Durations;

/** One line that says how far something is, and how fast it goes; on a terminal only. */
public final class ProgressLine {

    private static final long NS_BETWEEN_LINES = 100_000_000;
    private static final double NS_PER_SECOND = 1e9;
    private static final int BAR_COLUMNS = 24;

    private final Console console;
    private final String unit;
    private final long startNs = System.nanoTime();
    private long shownNs = startNs;

    /** Counts {@code unit}, a plural. */
    public ProgressLine(Console console, String unit) {
        this.console = console;
        this.unit = unit;
    }

    /** So many of an unknown number are done; {@code more} is said behind. */
    public void at(long done, String more) {
        if (isDue()) {
            console.progress(counted(done, "") + more);
        }
    }

    /** So many of {@code all} are done; {@code more} is said behind. */
    public void at(long done, long all, String more) {
        if (isDue()) {
            console.progress(bar(done, all) + counted(done, "/" + grouped(all)) + more);
        }
    }

    private boolean isDue() {
        long nowNs = System.nanoTime();
        if (!console.terminal().errorMoves() || nowNs - shownNs < NS_BETWEEN_LINES) {
            return false;
        }
        shownNs = nowNs;
        return true;
    }

    private String counted(long done, String of) {
        double seconds = (shownNs - startNs) / NS_PER_SECOND;
        return grouped(done) + of + " " + unit + "  " + grouped(Math.round(done / seconds)) + "/s";
    }

    private static String bar(long done, long all) {
        int filled = (int) (BAR_COLUMNS * done / Math.max(1, all));
        return "[" + "#".repeat(filled) + ".".repeat(BAR_COLUMNS - filled) + "] ";
    }

    private static String grouped(long number) {
        return Durations.grouped(number);
    }
}
