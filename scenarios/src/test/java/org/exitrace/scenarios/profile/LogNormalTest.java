package org.exitrace.scenarios.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.Quantile;
import org.junit.jupiter.api.Test;

class LogNormalTest {

    private static final int SAMPLES = 200_000;

    @Test
    void knowsTheQuantilesOfTheNormalDistribution() {
        assertThat(NormalTable.deviations(500_000)).isZero();
        assertThat(NormalTable.deviations(975_000)).isEqualTo(1.959963984540054, within(1e-12));
        assertThat(NormalTable.deviations(990_000)).isEqualTo(2.3263478740408408, within(1e-12));
        assertThat(NormalTable.deviations(25_000)).isEqualTo(-1.959963984540054, within(1e-12));
        assertThat(NormalTable.deviations(999_999)).isEqualTo(4.753424308822899, within(1e-9));
    }

    @Test
    void goesThroughTheTwoQuantilesThatAreGiven() {
        Duration fitted = LogNormal.through(
                new Quantile(990_000, 9_000), new Quantile(500_000, 3_000)).duration();

        assertThat(fitted.at(place(50))).isBetween(2_999L, 3_000L);
        assertThat(fitted.at(place(99))).isBetween(8_999L, 9_001L);
    }

    @Test
    void hasTheMeanAndTheDeviationThatAreGiven() {
        for (long deviation : new long[] {115, 3_000, 6_000}) {
            Duration fitted = LogNormal.ofMoments(6_059, deviation).duration();
            RandomStream stream = RandomStream.named(3, "moments");
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < SAMPLES; i++) {
                double ns = fitted.sample(stream);
                sum += ns;
                squares += ns * ns;
            }
            double mean = sum / SAMPLES;
            assertThat(mean).isCloseTo(6_059, Percentage.withPercentage(0.7));
            assertThat(Math.sqrt(squares / SAMPLES - mean * mean))
                    .isCloseTo(deviation, Percentage.withPercentage(3));
        }
    }

    @Test
    void samplesAreTheSameForEver() {
        Duration fitted = LogNormal.ofMoments(1_000_000, 400_000).duration();
        RandomStream stream = RandomStream.named(9, "time");

        assertThat(new long[] {fitted.sample(stream), fitted.sample(stream),
            fitted.sample(stream), fitted.at(0), fitted.at(Long.MAX_VALUE)})
                .containsExactly(576_530, 1_167_402, 1_851_754, 141_038, 6_112_336);
    }

    @Test
    void refusesWhatNoLogNormalTimeCanBe() {
        refuses(0, 5, 990_000, 9, "neither a least nor a largest length");
        refuses(500_000, 0, 990_000, 9, "rise from more than 0");
        refuses(500_000, 9, 990_000, 5, "5 ns at 99 % cannot follow 9 ns at 50 %");
        assertThatThrownBy(() -> LogNormal.ofMoments(0, 5)).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> LogNormal.ofMoments(
                Duration.MOST_NS, Duration.MOST_NS).duration())
                .hasMessageContaining("give measured quantiles instead");
    }

    private static void refuses(int one, long oneNs, int other, long otherNs, String why) {
        assertThatThrownBy(() -> LogNormal.through(
                new Quantile(one, oneNs), new Quantile(other, otherNs)))
                .hasMessageContaining(why);
    }

    private static long place(long per) {
        return Long.MAX_VALUE / 100 * per;
    }
}
