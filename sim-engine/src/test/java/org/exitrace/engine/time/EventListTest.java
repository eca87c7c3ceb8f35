package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.exitrace.engine.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventListTest {

    private static final int IDS = 300;

    /** How times lie: all at once, close together, in two heaps, from a nanosecond to years. */
    enum Spread {
        EQUAL, CLOSE, TWO_HEAPS, FAR_APART;

        long aheadNs(int chance) {
            return switch (this) {
                case EQUAL -> 0;
                case CLOSE -> chance % 20;
                case TWO_HEAPS -> chance % 10 + chance / 10 % 2 * 3_000_000_000L;
                case FAR_APART -> (chance % 64L + 1) << chance / 64 % 48;
            };
        }
    }

    @Property(tries = 300)
    void eachListTellsTheOneDueFirstAndOfThoseDueAtOnceTheLeastId(
            @ForAll @Size(max = 900) List<@IntRange(min = 0) Integer> changes,
            @ForAll Spread spread, @ForAll @IntRange(min = 1, max = IDS) int ids) {
        EventList tournament = new Tournament(ids);
        EventList wheel = new TimeWheel(ids);
        SortedList sorted = new SortedList();
        long toldNs = 0;
        for (int change : changes) {
            int id = change / 8 % ids;
            boolean takes = change % 8 < 3 && sorted.first() != EventList.NONE;
            int changed = takes ? sorted.first() : id;
            if (change % 8 == 7) {
                List.of(tournament, wheel, sorted).forEach(list -> list.remove(changed));
            } else {
                long atNs = toldNs + spread.aheadNs(change / 8);
                List.of(tournament, wheel, sorted).forEach(list -> list.put(changed, atNs));
            }
            int expected = sorted.first();
            assertThat(tournament.first()).isEqualTo(expected);
            assertThat(wheel.first()).isEqualTo(expected);
            if (expected != EventList.NONE) {
                toldNs = sorted.atNs(expected);
                assertThat(tournament.atNs(expected)).isEqualTo(toldNs);
                assertThat(wheel.atNs(expected)).isEqualTo(toldNs);
            }
        }
    }

    @Property(tries = 30)
    void thousandsComeOutInOrderHoweverTheirTimesLie(
            @ForAll long seed, @ForAll Spread spread,
            @ForAll @IntRange(min = 1, max = 5_000) int ids) {
        EventList wheel = new TimeWheel(ids);
        EventList tournament = new Tournament(ids);
        RandomStream chance = RandomStream.named(seed, "times");
        for (int id = 0; id < ids; id++) {
            long atNs = spread.aheadNs((int) (chance.nextLong() >>> 33));
            wheel.put(id, atNs);
            tournament.put(id, atNs);
        }
        for (int left = ids; left > 0; left--) {
            int first = tournament.first();
            assertThat(wheel.first()).isEqualTo(first);
            tournament.remove(first);
            wheel.remove(first);
        }
        assertThat(wheel.first()).isEqualTo(tournament.first()).isEqualTo(EventList.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, EventList.MOST_IN_TOURNAMENT + 1})
    void anIdThatIsPutOffAgainAndAgainIsDueWhenItWasPutLast(int ids) {
        EventList list = EventList.of(ids);
        list.put(0, 900_000);
        for (int i = 0; i <= 200_000; i++) {
            list.put(1, 1_000_000 + i);
        }
        assertThat(list.first()).isZero();
        list.remove(0);
        assertThat(list.first()).isEqualTo(1);
        assertThat(list.atNs(1)).isEqualTo(1_200_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, EventList.MOST_IN_TOURNAMENT + 1})
    void aClearedListIsEmptyAndBeginsAtZero(int ids) {
        EventList list = EventList.of(ids);
        list.put(0, 70);
        list.put(1, 70);
        list.put(2, 90);
        assertThat(list.first()).isZero();
        list.clear();
        assertThat(list.first()).isEqualTo(EventList.NONE);
        list.put(2, 5);
        assertThat(list.first()).isEqualTo(2);
        assertThat(list.atNs(2)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 99})
    void aWheelDoesNotTurnBack(long backNs) {
        EventList wheel = new TimeWheel(4);
        wheel.put(0, 100);
        wheel.put(1, 200);
        assertThat(wheel.first()).isZero();
        assertThatThrownBy(() -> wheel.put(2, backNs))
                .hasMessage(backNs + " ns is before 100 ns, the time that was told last");
        wheel.put(2, 100);
        wheel.remove(0);
        assertThat(wheel.first()).isEqualTo(2);
    }

    /** What is meant, written down as plainly as can be. */
    private static final class SortedList implements EventList {
        private record Due(long atNs, int id) {
        }

        private final TreeSet<Due> sorted = new TreeSet<>(
                Comparator.comparingLong(Due::atNs).thenComparingInt(Due::id));
        private final Map<Integer, Long> times = new TreeMap<>();

        @Override
        public int first() {
            return sorted.isEmpty() ? NONE : sorted.first().id();
        }

        @Override
        public long atNs(int id) {
            return times.get(id);
        }

        @Override
        public void put(int id, long atNs) {
            remove(id);
            times.put(id, atNs);
            sorted.add(new Due(atNs, id));
        }

        @Override
        public void remove(int id) {
            Long before = times.remove(id);
            if (before != null) {
                sorted.remove(new Due(before, id));
            }
        }

        @Override
        public void clear() {
            times.clear();
            sorted.clear();
        }
    }
}
