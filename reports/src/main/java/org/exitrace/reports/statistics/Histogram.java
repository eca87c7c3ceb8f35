package org.exitrace.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of a sample in bins with round edges (1, 2 or 5 times a power of ten): equally wide, or
 * in rounds of 1-2-5 where a long tail would squeeze everything else into one bin.
 *
 * @param bins without gaps, in ascending order
 * @param logarithmic whether bins grow
 */
public record Histogram(List<Bin> bins, boolean logarithmic) {

    private static final int MOST_BINS = 40;
    private static final int LONG_TAIL = 50;

    /**
     * Samples from {@code from} inclusive to {@code to} exclusive.
     *
     * @param from lower edge
     * @param to upper edge
     * @param count how many samples lie in it
     */
    public record Bin(long from, long to, int count) {
    }

    /** Of {@code samples}, none negative, in any order; at least one. */
    public static Histogram of(long[] samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted[0] < 0) {
            throw new IllegalArgumentException("a histogram takes durations, at least one");
        }
        long most = sorted[sorted.length - 1];
        long middle = sorted[sorted.length / 2];
        boolean grows = most / LONG_TAIL >= Math.max(1, middle);
        List<Long> edges = grows ? growing(sorted[0], most) : equal(sorted[0], most);
        List<Bin> bins = new ArrayList<>();
        int next = 0;
        for (int i = 0; i + 1 < edges.size(); i++) {
            int first = next;
            while (next < sorted.length && sorted[next] < edges.get(i + 1)) {
                next++;
            }
            bins.add(new Bin(edges.get(i), edges.get(i + 1), next - first));
        }
        return new Histogram(List.copyOf(bins), grows);
    }

    /** The greatest count of a bin. */
    public int tallest() {
        return bins.stream().mapToInt(Bin::count).max().orElse(0);
    }

    private static List<Long> equal(long least, long most) {
        long width = 1;
        for (int i = 0; (most - least) / width >= MOST_BINS - 1; i++) {
            width = width(i + 1);
        }
        List<Long> edges = new ArrayList<>();
        for (long edge = least / width * width; edge <= most; edge += width) {
            edges.add(edge);
        }
        edges.add(edges.get(edges.size() - 1) + width);
        return edges;
    }

    private static List<Long> growing(long least, long most) {
        List<Long> edges = new ArrayList<>();
        int i = 0;
        while (width(i + 1) <= least) {
            i++;
        }
        edges.add(least < 1 ? 0 : width(i));
        for (i = least < 1 ? 0 : i + 1; edges.get(edges.size() - 1) <= most; i++) {
            edges.add(width(i));
        }
        return edges;
    }

    /** 1, 2, 5, 10, 20, 50, … */
    private static long width(int index) {
        long power = 1;
        for (int i = 0; i < index / 3; i++) {
            power = Math.multiplyExact(power, 10);
        }
        return Math.multiplyExact(power, new long[] {1, 2, 5}[index % 3]);
    }
}
