package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.exitrace.engine.random.RandomStream;
import org.junit.jupiter.api.Test;

class FingerprintSetTest {

    @Property(tries = 300)
    void knowsWhatAHashMapKnows(@ForAll @Size(max = 400) List<@From("prints") Long> prints) {
        FingerprintSet set = new FingerprintSet(false, true);
        Map<Long, Integer> model = new HashMap<>();
        for (int number = 0; number < prints.size(); number++) {
            long print = prints.get(number);
            Integer before = model.putIfAbsent(print, number);
            assertThat(set.contains(print, 0)).isEqualTo(before != null);
            assertThat(set.add(print, 0, number))
                    .isEqualTo(before == null ? FingerprintSet.ABSENT : before);
        }
        assertThat(set.size()).isEqualTo(model.size());
    }

    @Property(tries = 300)
    void tellsWidePrintsApartByEitherHalf(
            @ForAll @Size(max = 60) List<@From("prints") Long> low,
            @ForAll @Size(max = 60) List<@From("prints") Long> high) {
        FingerprintSet set = new FingerprintSet(true, true);
        Map<List<Long>, Integer> model = new HashMap<>();
        int number = 0;
        for (long one : low) {
            for (long other : high) {
                Integer before = model.putIfAbsent(List.of(one, other), number);
                assertThat(set.contains(one, other)).isEqualTo(before != null);
                assertThat(set.add(one, other, number++))
                        .isEqualTo(before == null ? FingerprintSet.ABSENT : before);
            }
        }
        assertThat(set.size()).isEqualTo(model.size());
    }

    /** Zero, all ones, few that come often, and crowds in one segment or at one home. */
    @Provide
    Arbitrary<Long> prints() {
        return Arbitraries.oneOf(
                Arbitraries.of(0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE),
                Arbitraries.longs(),
                Arbitraries.longs().between(-40, 40),
                Arbitraries.longs().between(0, 300).map(i -> i << 50));
    }

    @Test
    void takesAtMostFifteenBytesPerPrintAtAnyTime() {
        FingerprintSet set = new FingerprintSet(false, false);
        RandomStream random = RandomStream.named(7, "prints");
        for (int i = 0; i < 1_000_000; i++) {
            set.add(random.nextLong(), 0, 0);
            if (i > 100_000 && i % 1_000 == 0) {
                assertThat(set.bytes() + set.growthBytes()).isLessThan(set.size() * 16);
                assertThat(set.bytes()).isLessThanOrEqualTo(set.size() * 15 + (1 << 16));
            }
        }
        assertThat(set.size()).isEqualTo(1_000_000);
    }
}
