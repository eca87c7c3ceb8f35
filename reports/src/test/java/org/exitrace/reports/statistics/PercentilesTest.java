package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.exitrace.reports.statistics.Percentiles.Percentile;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void takesTheLeastSampleThatTheWantedPartDoesNotExceed() {
        Percentiles hundred = new Percentiles(LongStream.rangeClosed(1, 100).toArray());

        assertThat(hundred.at(5000).value()).isEqualTo(50);
        assertThat(hundred.at(9900).value()).isEqualTo(99);
        assertThat(hundred.at(9990).value()).isEqualTo(100);
        assertThat(hundred.at(1).value()).isEqualTo(1);
    }

    /** The textbook's table for the median of 100: the 40th and the 61st, 96.48 % in all. */
    @Test
    void boundsTheMedianOfAHundredAsTablesOfOrderStatisticsDo() {
        Percentile median = new Percentiles(LongStream.rangeClosed(1, 100).toArray()).at(5000);

        assertThat(median.low()).isEqualTo(40);
        assertThat(median.high()).isEqualTo(61);
    }

    /** The table for ten: the second and the ninth, 97.85 % in all. */
    @Test
    void boundsTheMedianOfTenByTheSecondAndTheNinth() {
        Percentile median = new Percentiles(LongStream.rangeClosed(1, 10).toArray()).at(5000);

        assertThat(median.low()).isEqualTo(2);
        assertThat(median.high()).isEqualTo(9);
    }

    @Test
    void leavesASideOpenThatTheSampleIsTooSmallToBound() {
        Percentile high = new Percentiles(LongStream.rangeClosed(1, 100).toArray()).at(9900);
        Percentile few = new Percentiles(new long[] {7, 8, 9, 10, 11}).at(5000);

        assertThat(high.high()).isEqualTo(Percentile.OPEN);
        assertThat(high.low()).isEqualTo(97);
        assertThat(few.low()).isEqualTo(Percentile.OPEN);
        assertThat(few.high()).isEqualTo(Percentile.OPEN);
    }

    @Test
    void coversTheTrueMedianAboutAsOftenAsItPromises() {
        Random random = new Random(7);
        int covered = 0;
        for (int i = 0; i < 2000; i++) {
            long[] sample = random.longs(101, 0, 1_000_001).toArray();
            Percentile median = new Percentiles(sample).at(5000);
            covered += median.low() <= 500_000 && 500_000 <= median.high() ? 1 : 0;
        }

        assertThat(covered).isBetween(1900, 1970);
    }

    @Property(tries = 200)
    void putsTheEstimateInsideItsInterval(
            @ForAll @Size(min = 1, max = 300) long[] sample,
            @ForAll @IntRange(min = 1, max = 9999) int rank) {
        Percentile at = new Percentiles(sample).at(rank);

        assertThat(at.low()).isLessThanOrEqualTo(at.value());
        assertThat(at.high() == Percentile.OPEN || at.high() >= at.value()).isTrue();
    }

    @Property(tries = 100)
    void doesNotDependOnTheOrderOfSamples(
            @ForAll @Size(min = 2, max = 50) long[] sample) {
        long[] reversed = new long[sample.length];
        for (int i = 0; i < sample.length; i++) {
            reversed[sample.length - 1 - i] = sample[i];
        }

        assertThat(new Percentiles(reversed).at(9000)).isEqualTo(new Percentiles(sample).at(9000));
    }

    @Test
    void namesRanksAsPeopleDo() {
        Percentiles one = new Percentiles(new long[] {5});

        assertThat(one.at(5000).name()).isEqualTo("p50");
        assertThat(one.at(9990).name()).isEqualTo("p99.9");
        assertThat(one.at(9999).name()).isEqualTo("p99.99");
        assertThat(one.at(9905).name()).isEqualTo("p99.05");
        assertThat(one.at(500).name()).isEqualTo("p5");
    }

    @Test
    void refusesWhatHasNoPercentile() {
        assertThatThrownBy(() -> new Percentiles(new long[0])).hasMessageContaining("empty sample");
        assertThatThrownBy(() -> new Percentiles(new long[1]).at(10_000))
                .hasMessageContaining("between 1 and 9999");
    }
}
