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

    /** A share of the samples lies below the length at that share, for each form. */
    @Test
    void theQuantileFunctionSaysHowManySamplesAreShorter() {
        for (Duration duration : List.of(Duration.uniform(1_000, 900_000),
                Duration.exponential(1_000_000), measured(), measured().times(2_500))) {
            for (int percent : new int[] {1, 10, 50, 75, 90, 99}) {
                long length = duration.at(Long.MAX_VALUE / 100 * percent);
                int shorter = 0;
                for (int i = 0; i < SAMPLES; i++) {
                    shorter += duration.sample(stream) <= length ? 1 : 0;
                }
                assertThat(shorter).as("%s at %d %%", duration, percent)
                        .isBetween(SAMPLES / 100 * percent - 500, SAMPLES / 100 * percent + 900);
            }
        }
        assertThat(Duration.constant(7).at(Long.MAX_VALUE)).isEqualTo(7);
        assertThat(Duration.exponential(1_000_000).at(Long.MAX_VALUE / 2)).isEqualTo(693_147);
        assertThat(measured().at(0)).isEqualTo(100);
        assertThat(measured().at(Long.MAX_VALUE)).isEqualTo(999);
        assertThat(Duration.uniform(3, 5).at(Long.MAX_VALUE)).isEqualTo(5);
    }

    @Test
    void aLengthTakenManyTimesOverIsDrawnByTheSameChance() {
        Duration length = Duration.exponential(1_000_000);
        RandomStream one = RandomStream.named(1, "x");
        RandomStream other = RandomStream.named(1, "x");
        for (int i = 0; i < 100; i++) {
            assertThat(length.times(3_000).sample(one)).isEqualTo(3 * length.sample(other));
        }
        assertThat(Duration.constant(Duration.MOST_NS).times(1_000_000).sample(null))
                .isEqualTo(1_000 * Duration.MOST_NS);
        assertThat(Duration.constant(1_001).times(500).sample(null)).isEqualTo(500);
        assertThat(Duration.constant(5).times(2_000).isConstant()).isTrue();
        assertThat(length.times(1).isConstant()).isFalse();
        assertThat(Duration.constant(5).times(2_000)).hasToString("2000 thousandths of 5 ns");
        assertThatThrownBy(() -> length.times(0)).hasMessageContaining("0.001 to 1,000 times");
        assertThatThrownBy(() -> length.times(1_000_001)).hasMessageContaining("not 1000001");
    }

    @Test
    void aProfileTakesAnotherTimeForAKeyThatItHas() {
        TimingProfile profile = TimingProfile.named("own")
                .with("a", Duration.constant(1), "measured")
                .with("b", Duration.constant(2), "measured");
        TimingProfile changed = profile.replacing("a", Duration.constant(9), "by hand");
        assertThat(changed.duration("a").sample(null)).isEqualTo(9);
        assertThat(changed.costs().get("a").source()).isEqualTo("by hand");
        assertThat(changed.costs().keySet()).containsExactly("a", "b");
        assertThat(profile.duration("a").sample(null)).as("the first is as it was").isEqualTo(1);
        assertThatThrownBy(() -> profile.replacing("c", Duration.constant(9), "by hand"))
                .isInstanceOf(UnknownCostException.class).hasMessageContaining("has no cost 'c'");
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
        assertThatThrownBy(() -> Duration.quantiles(
                List.of(new Quantile(Quantile.ALL, 5), new Quantile(0, 4))))
                .as("both ends are there, in the wrong order")
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
