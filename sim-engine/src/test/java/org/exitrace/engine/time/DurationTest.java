package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.exitrace.engine.random.RandomStream;
import org.junit.jupiter.api.Test;

class DurationTest {

    private static final int SAMPLES = 40_000;

    private final RandomStream stream = RandomStream.named(9, "time");

    @Test
    void aConstantNeverVaries() {
        Duration duration = Duration.constant(120);
        assertThat(duration.sample(stream)).isEqualTo(120);
        assertThat(duration.isConstant()).isTrue();
        assertThat(duration).hasToString("120 ns");
        assertThat(stream.nextLong()).as("it draws nothing")
                .isEqualTo(RandomStream.named(9, "time").nextLong());
    }

    @Property
    void aUniformTimeLiesWithinItsBounds(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = Duration.MOST_NS) long one,
            @ForAll @LongRange(min = 0, max = Duration.MOST_NS) long other) {
        long least = Math.min(one, other);
        long most = Math.max(one, other);
        assertThat(Duration.uniform(least, most).sample(RandomStream.named(seed, "x")))
                .isBetween(least, most);
    }

    @Test
    void aUniformTimeReachesBothEnds() {
        int[] seen = new int[13];
        Duration duration = Duration.uniform(10, 12);
        for (int i = 0; i < 3_000; i++) {
            seen[(int) duration.sample(stream)]++;
        }
        assertThat(seen[10]).isBetween(900, 1_100);
        assertThat(seen[11]).isBetween(900, 1_100);
        assertThat(seen[12]).isBetween(900, 1_100);
        assertThat(duration.isConstant()).isFalse();
        assertThat(duration).hasToString("10 to 12 ns");
    }

    @Test
    void anExponentialTimeHasItsMeanItsMedianAndItsTail() {
        Duration duration = Duration.exponential(1_000_000);
        long sum = 0;
        int belowMedian = 0;
        int beyondThreeMeans = 0;
        int belowTenth = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long ns = duration.sample(stream);
            sum += ns;
            belowMedian += ns < 693_147 ? 1 : 0;
            belowTenth += ns < 105_361 ? 1 : 0;
            beyondThreeMeans += ns > 3_000_000 ? 1 : 0;
        }
        assertThat(sum / SAMPLES).isBetween(985_000L, 1_015_000L);
        assertThat(belowMedian).isBetween(SAMPLES / 2 - 400, SAMPLES / 2 + 400);
        assertThat(belowTenth).isBetween(SAMPLES / 10 - 240, SAMPLES / 10 + 240);
        // exp(-3) of all.
        assertThat(beyondThreeMeans).isBetween(1_991 - 180, 1_991 + 180);
        assertThat(duration).hasToString("exponential of mean 1000000 ns");
    }

    @Test
    void eachSampleTakesOneNumberOfTheStream() {
        for (Duration duration : List.of(
                Duration.exponential(5), Duration.uniform(1, 9), measured())) {
            RandomStream one = RandomStream.named(1, "x");
            RandomStream other = RandomStream.named(1, "x");
            for (int i = 0; i < 20; i++) {
                duration.sample(one);
                other.nextLong();
            }
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    @Test
    void aMeasuredTimeHasTheQuantilesThatWereMeasured() {
        int below120 = 0;
        int below200 = 0;
        int below150 = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long ns = measured().sample(stream);
            assertThat(ns).isBetween(100L, 1_000L);
            below120 += ns < 120 ? 1 : 0;
            below150 += ns < 160 ? 1 : 0;
            below200 += ns < 200 ? 1 : 0;
        }
        assertThat(below120).isBetween(SAMPLES / 2 - 400, SAMPLES / 2 + 400);
        assertThat(below150).isBetween(SAMPLES * 7 / 10 - 400, SAMPLES * 7 / 10 + 400);
        assertThat(below200).isBetween(SAMPLES * 9 / 10 - 300, SAMPLES * 9 / 10 + 300);
        assertThat(measured().toString()).startsWith("100 ns at 0 per million, 120 ns at 500000");
    }

    @Test
    void samplesAreTheSameForEver() {
        assertThat(Duration.exponential(1_000_000).sample(stream)).isEqualTo(154603);
        assertThat(Duration.uniform(0, 1_000_000).sample(stream)).isEqualTo(723841);
        assertThat(measured().sample(stream)).isEqualTo(704);
        assertThat(Duration.quantiles(List.of(new Quantile(0, 0),
                new Quantile(Quantile.ALL, Duration.MOST_NS))).sample(stream))
                .isEqualTo(1404633986998L);
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> Duration.constant(-1)).hasMessageContaining("not -1");
        assertThatThrownBy(() -> Duration.exponential(Duration.MOST_NS + 1))
                .hasMessageContaining("a time is 0 to");
        assertThatThrownBy(() -> Duration.uniform(5, 4)).hasMessageContaining("swap the two");
        assertThatThrownBy(() -> Duration.quantiles(List.of(new Quantile(0, 1))))
                .hasMessageContaining("begin at 0 and end at 1000000");
        assertThatThrownBy(() -> Duration.quantiles(
                List.of(new Quantile(1, 1), new Quantile(Quantile.ALL, 2))))
                .hasMessageContaining("begin at 0");
        assertThatThrownBy(() -> Duration.quantiles(
                List.of(new Quantile(0, 5), new Quantile(Quantile.ALL, 4))))
                .hasMessageContaining("quantiles rise");
        assertThatThrownBy(() -> new Quantile(Quantile.ALL + 1, 4))
                .hasMessageContaining("not at 1000001");
        assertThatThrownBy(() -> new Quantile(-1, 4)).hasMessageContaining("not at -1");
    }

    private static Duration measured() {
        return Duration.quantiles(List.of(new Quantile(0, 100), new Quantile(500_000, 120),
                new Quantile(900_000, 200), new Quantile(Quantile.ALL, 1_000)));
    }
}
