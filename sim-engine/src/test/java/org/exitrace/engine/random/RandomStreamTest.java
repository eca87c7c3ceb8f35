package org.exitrace.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    @Test
    void aSeedMeansTheSameForEver() {
        RandomStream stream = RandomStream.named(42, "schedule");
        assertThat(stream.nextLong()).isEqualTo(-2228338328719862721L);
        assertThat(stream.nextLong()).isEqualTo(3264086137404071200L);
        assertThat(stream.nextInt(1000)).isEqualTo(986);
        assertThat(stream.nextPart(1L << 40)).isEqualTo(991743232928L);
        assertThat(stream.split().nextLong()).isEqualTo(1070618357491871794L);
    }

    @Test
    void streamsOfOtherNamesAndSeedsDiffer() {
        long one = RandomStream.named(1, "a").nextLong();
        assertThat(one).isEqualTo(RandomStream.named(1, "a").nextLong())
                .isNotEqualTo(RandomStream.named(1, "b").nextLong())
                .isNotEqualTo(RandomStream.named(2, "a").nextLong());
        assertThat(RandomStream.seedOfRun(5, 0)).isEqualTo(5);
        assertThat(RandomStream.seedOfRun(5, 1)).isNotEqualTo(RandomStream.seedOfRun(5, 2));
    }

    @Property
    void aNumberIsBelowItsBound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int bound,
            @ForAll @LongRange(min = 1, max = (1L << 62) - 1) long longBound) {
        RandomStream stream = RandomStream.named(seed, "x");
        assertThat(stream.nextInt(bound)).isBetween(0, bound - 1);
        assertThat(stream.nextPart(longBound)).isBetween(0L, longBound - 1);
        assertThat(stream.nextInt(1)).isZero();
    }

    @Test
    void eachNumberComesAboutAsOften() {
        int[] seen = new int[6];
        int[] parts = new int[6];
        RandomStream stream = RandomStream.named(3, "dice");
        for (int i = 0; i < 60_000; i++) {
            seen[stream.nextInt(6)]++;
            parts[(int) stream.nextPart(6)]++;
        }
        for (int i = 0; i < 6; i++) {
            assertThat(seen[i]).isBetween(9_600, 10_400);
            assertThat(parts[i]).isBetween(9_600, 10_400);
        }
    }

    @Test
    void aBoundThatIsNoneIsRefused() {
        RandomStream stream = RandomStream.named(1, "x");
        assertThatThrownBy(() -> stream.nextInt(0)).hasMessageContaining("positive, not 0");
        assertThatThrownBy(() -> stream.nextPart(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> stream.nextPart(1L << 62)).hasMessageContaining("less than 2^62");
    }

    @Test
    void aStreamThatIsSplitOffTakesOneNumber() {
        RandomStream one = RandomStream.named(1, "x");
        RandomStream other = RandomStream.named(1, "x");
        one.split();
        other.nextLong();
        assertThat(one.nextLong()).isEqualTo(other.nextLong());
    }
}
