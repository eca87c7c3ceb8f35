package org.exitrace.traces.line;

/**
 * By whom, where and when.
 *
 * @param task the thread
 * @param cpu the CPU; -1 where the line does not tell
 * @param between what stands between CPU and time: blanks, and flags in some formats
 * @param ns the time, in nanoseconds of the trace's clock
 * @param digits behind the point: 6 or 9
 */
public record Stamp(Task task, int cpu, String between, long ns, int digits) {

    /** Digits of microseconds. */
    public static final int MICROSECONDS = 6;
    /** Digits of nanoseconds. */
    public static final int NANOSECONDS = 9;

    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final long NS_PER_US = 1_000;

    /** Refuses what no line says. */
    public Stamp {
        if (cpu < -1 || ns < 0 || digits != MICROSECONDS && digits != NANOSECONDS
                || digits == MICROSECONDS && ns % NS_PER_US != 0) {
            throw new IllegalArgumentException("no stamp: cpu " + cpu + ", " + ns + " ns with "
                    + digits + " digits behind the point");
        }
    }

    /** What the trace can tell apart, in nanoseconds. */
    public long resolutionNs() {
        return digits == MICROSECONDS ? NS_PER_US : 1;
    }

    void print(StringBuilder out) {
        out.append(task.text());
        if (cpu >= 0) {
            out.append('[').append(filled(cpu, 3)).append(']').append(between);
        }
        long fraction = ns % NS_PER_SECOND / resolutionNs();
        out.append(ns / NS_PER_SECOND).append('.').append(filled(fraction, digits)).append(':');
    }

    private static String filled(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
