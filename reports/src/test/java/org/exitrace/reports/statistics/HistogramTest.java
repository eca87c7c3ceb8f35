package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.exitrace.reports.statistics.Histogram.Bin;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void cutsAtRoundEdges() {
        Histogram histogram = Histogram.of(LongStream.range(1003, 1103).toArray());

        assertThat(histogram.logarithmic()).isFalse();
        assertThat(histogram.bins().get(0)).isEqualTo(new Bin(1000, 1005, 2));
        assertThat(histogram.bins().get(1)).isEqualTo(new Bin(1005, 1010, 5));
        assertThat(histogram.tallest()).isEqualTo(5);
    }

    @Test
    void growsItsBinsUnderALongTail() {
        long[] sample = {3, 4, 4, 6, 12, 900};

        assertThat(Histogram.of(sample).logarithmic()).isTrue();
        assertThat(Histogram.of(sample).bins()).startsWith(
                new Bin(2, 5, 3), new Bin(5, 10, 1), new Bin(10, 20, 1));
    }

    /** Three of a hundred runs end early: the others are not one column for that. */
    @Test
    void holdsTheFewFarBelowInItsFirstBin() {
        long[] sample = LongStream.range(0, 100)
                .map(i -> i < 3 ? 1_200 + i : 1_000_000 + i).toArray();
        Histogram histogram = Histogram.of(sample);

        assertThat(histogram.hasFewBelow()).isTrue();
        assertThat(histogram.bins().get(0)).isEqualTo(new Bin(0, 1_000_000, 3));
        assertThat(histogram.bins().get(1)).isEqualTo(new Bin(1_000_000, 1_000_005, 2));
        assertThat(histogram.bins()).hasSize(21);
        assertThat(Histogram.of(new long[] {1, 30}).hasFewBelow()).isFalse();
    }

    @Property
    void countsEachSampleOnceInBinsWithoutGaps(
            @ForAll @Size(min = 1, max = 200)
            List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> drawn) {
        long[] sample = drawn.stream().mapToLong(Long::longValue).toArray();
        Histogram histogram = Histogram.of(sample);

        assertThat(histogram.bins().stream().mapToInt(Bin::count).sum()).isEqualTo(sample.length);
        assertThat(histogram.bins()).hasSizeLessThanOrEqualTo(41);
        for (int i = 1; i < histogram.bins().size(); i++) {
            assertThat(histogram.bins().get(i).from()).isEqualTo(histogram.bins().get(i - 1).to());
        }
        for (Bin bin : histogram.bins()) {
            assertThat(LongStream.of(sample).filter(s -> s >= bin.from() && s < bin.to()).count())
                    .isEqualTo(bin.count());
        }
    }

    @Test
    void holdsASingleSampleAndZero() {
        assertThat(Histogram.of(new long[] {0}).bins()).containsExactly(new Bin(0, 1, 1));
        assertThat(Histogram.of(new long[] {0, 0, 0, 500}).bins().get(0))
                .isEqualTo(new Bin(0, 1, 3));
    }

    @Test
    void refusesWhatIsNoDuration() {
        assertThatThrownBy(() -> Histogram.of(new long[0])).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Histogram.of(new long[] {-1})).hasMessageContaining("durations");
    }
}
