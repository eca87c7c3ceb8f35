package org.exitrace.traces.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Property(tries = 300)
    void quantilesAreThoseOfTheSortedSamples(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
        long[] lengths = lengths(seed, size);
        LatencyHistogram histogram = new LatencyHistogram(1);
        Arrays.stream(lengths).forEach(histogram::add);
        long[] sorted = lengths.clone();
        Arrays.sort(sorted);

        for (int part : new int[] {0, 10_000, 333_333, 500_000, 999_999, LatencyHistogram.ALL}) {
            int rank = Math.max(1, (int) ((part * (long) sorted.length + 999_999) / 1_000_000));
            long exact = sorted[rank - 1];
            assertThat(histogram.quantileNs(part)).isBetween(exact - exact / 1000, exact);
        }
        assertThat(histogram.samples()).isEqualTo(sorted.length);
        assertThat(histogram.sumNs()).isEqualTo(Arrays.stream(sorted).sum());
        assertThat(histogram.quantileNs(0)).isEqualTo(sorted[0]);
        assertThat(histogram.quantileNs(1_000_000)).isEqualTo(sorted[sorted.length - 1]);
    }

    @Property(tries = 100)
    void twoTogetherAreOneOfAllSamples(
            @ForAll long seed, @ForAll @IntRange(max = 50) int size) {
        long[] lengths = lengths(seed, size);
        long[] more = lengths(~seed, 1 + size / 2);
        LatencyHistogram all = new LatencyHistogram(1);
        LatencyHistogram other = new LatencyHistogram(1);
        LatencyHistogram expected = new LatencyHistogram(1);
        Arrays.stream(lengths).forEach(all::add);
        Arrays.stream(more).forEach(other::add);
        Arrays.stream(lengths).forEach(expected::add);
        Arrays.stream(more).forEach(expected::add);

        all.addAll(other);

        assertThat(all.samples()).isEqualTo(expected.samples());
        assertThat(all.sumNs()).isEqualTo(expected.sumNs());
        for (int part = 0; part <= LatencyHistogram.ALL; part += 50_000) {
            assertThat(all.quantileNs(part)).isEqualTo(expected.quantileNs(part));
        }
    }

    @Test
    void stepsOfTheClockAreToldApartUpTo2048() {
        LatencyHistogram histogram = new LatencyHistogram(1000);
        histogram.add(2_047_000);
        histogram.add(2_046_000);
        histogram.add(2_047_999);

        assertThat(histogram.quantileNs(333_333)).isEqualTo(2_046_000);
        assertThat(histogram.quantileNs(500_000)).isEqualTo(2_047_000);
        assertThat(histogram.quantileNs(1_000_000)).isEqualTo(2_047_999);
    }

    @Test
    void refusesWhatHasNoAnswer() {
        LatencyHistogram none = new LatencyHistogram(1);
        LatencyHistogram one = new LatencyHistogram(1);
        one.add(5);

        assertThatThrownBy(() -> none.quantileNs(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> one.quantileNs(-1)).hasMessageContaining("not at -1");
        assertThatThrownBy(() -> one.quantileNs(1_000_001))
                .hasMessageContaining("not at 1000001");
        assertThatThrownBy(() -> one.addAll(new LatencyHistogram(1000)))
                .hasMessageContaining("steps of 1 ns and of 1000 ns");
    }

    /** Lengths of all magnitudes below 2^40. */
    private static long[] lengths(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] lengths = new long[size];
        Arrays.setAll(lengths, i -> random.nextLong() >>> 24 + random.nextInt(40));
        return lengths;
    }
}
