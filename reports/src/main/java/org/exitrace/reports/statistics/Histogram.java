package org.exitrace.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of a sample in bins with round edges (1, 2 or 5 times a power of ten): equally wide, or
 * in rounds of 1-2-5 where a long tail would squeeze everything else into one bin. Where few lie so
 * far below that they would, all of these are in the first bin.
 *
 * @param bins without gaps, in ascending order
 * @param logarithmic whether bins grow
 * @param hasFewBelow whether the first bin alone is wider, and holds the few far below the others
 */
public record Histogram(List<Bin> bins, boolean logarithmic, boolean hasFewBelow) {

    private static final int MOST_BINS = 40;
    private static final int LONG_TAIL = 50;
    /** One in so many is few; and what the others would have of the width is as little. */
    private static final int FEW = 20;

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
        long least = sorted[0];
        long most = sorted[sorted.length - 1];
        boolean grows = most / LONG_TAIL >= Math.max(1, sorted[sorted.length / 2]);
        int below = 0;
        while (sorted[below] < most - (most - least) / FEW) {
            below++;
        }
        boolean fewBelow = !grows && most - least > MOST_BINS
                && below > 0 && below <= sorted.length / FEW;
        List<Long> edges = grows ? growing(least, most)
                : equal(fewBelow ? sorted[below] : least, most, MOST_BINS - (fewBelow ? 1 : 0));
        if (fewBelow) {
            edges.add(0, below(edges.get(0), least));
        }
        List<Bin> bins = new ArrayList<>();
        int next = 0;
        for (int i = 0; i + 1 < edges.size(); i++) {
            int first = next;
            while (next < sorted.length && sorted[next] < edges.get(i + 1)) {
                next++;
            }
            bins.add(new Bin(edges.get(i), edges.get(i + 1), next - first));
        }
        return new Histogram(List.copyOf(bins), grows, fewBelow);
    }

    /** The greatest count of a bin. */
    public int tallest() {
        return bins.stream().mapToInt(Bin::count).max().orElse(0);
    }

    private static List<Long> equal(long least, long most, int mostBins) {
        long width = 1;
        for (int i = 0; (most - least) / width >= mostBins - 1; i++) {
            width = width(i + 1);
        }
        List<Long> edges = new ArrayList<>();
        for (long edge = least / width * width; edge <= most; edge += width) {
            edges.add(edge);
        }
        edges.add(edges.get(edges.size() - 1) + width);
        return edges;
    }

    /** A round edge at or below {@code least}, seen from {@code edge}. */
    private static long below(long edge, long least) {
        long width = 1;
        for (int i = 1; width(i) <= (edge - least) / 10; i++) {
            width = width(i);
        }
        return least / width * width;
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
