package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

    /** Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611. */
    @Test
    void agreesWithPublishedTables() {
        WilsonInterval many = WilsonInterval.of(81, 263);
        WilsonInterval none = WilsonInterval.of(0, 20);
        WilsonInterval few = WilsonInterval.of(1, 29);

        assertThat(many.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(many.high()).isCloseTo(0.3662, within(5e-5));
        assertThat(none.low()).isEqualTo(0);
        assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
        assertThat(few.low()).isCloseTo(0.0061, within(5e-5));
        assertThat(few.high()).isCloseTo(0.1718, within(5e-5));
    }

    @Property
    void containsTheShareAndIsSymmetric(
            @ForAll @IntRange(min = 1, max = 100_000) int tried,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        long happened = (long) tried * percent / 100;
        WilsonInterval interval = WilsonInterval.of(happened, tried);
        WilsonInterval mirrored = WilsonInterval.of(tried - happened, tried);

        assertThat(interval.share()).isBetween(interval.low(), interval.high());
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-12));
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> WilsonInterval.of(3, 2)).hasMessageContaining("3 times out of 2");
        assertThatThrownBy(() -> WilsonInterval.of(0, 0)).hasMessageContaining("0 times out of 0");
    }
}
