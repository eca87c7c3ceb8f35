package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.exitrace.engine.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Probabilities from runs of unlike likelihood. */
class WeightedShareTest {

    private static final double TINY = 1e-9;

    @Test
    void isWilsonsIntervalWhereEachRunCountsOnce() {
        WilsonInterval plain = WilsonInterval.of(30, 1_000);
        Interval weighted = WeightedShare.of(30, 30, 30, 1_000, 2).interval();
        assertThat(weighted.value()).isCloseTo(plain.share(), within(1e-12));
        assertThat(weighted.low()).isCloseTo(plain.low(), within(1e-12));
        assertThat(weighted.high()).isCloseTo(plain.high(), within(1e-12));
    }

    /** 100 runs that count a thousand-millionth each know it as 100 plain ones would. */
    @Test
    void knowsSmallProbabilitiesAsWellAsTheRunsThatShowedThem() {
        Interval weighted = WeightedShare.of(
                100, 100 * TINY, 100 * TINY * TINY, 1_000_000, 2).interval();
        assertThat(weighted.value()).isCloseTo(1e-13, within(1e-17));
        assertThat(weighted.low()).isBetween(0.82e-13, 0.83e-13);
        assertThat(weighted.high()).isBetween(1.21e-13, 1.22e-13);
    }

    /** 0 of 1,000: Wilson's 0.00383, and each run may count twice. */
    @Test
    void boundsWhatNoRunShowed() {
        WeightedShare none = WeightedShare.of(0, 0, 0, 1_000, 2);
        assertThat(none.isBound()).isTrue();
        assertThat(none.interval().value()).isZero();
        assertThat(none.interval().low()).isZero();
        assertThat(none.interval().high()).isCloseTo(0.00765, within(1e-5));
        assertThat(WeightedShare.of(0, 0, 0, 1, 2).interval().high()).isEqualTo(1);
    }

    /** Drawn ten times as often as it is, and counted a tenth: 95 of 100 intervals hold it. */
    @Test
    void holdsTheProbabilityAboutAsOftenAsItSays() {
        RandomStream stream = RandomStream.named(3, "weights");
        int holds = 0;
        for (int study = 0; study < 2_000; study++) {
            int shown = 0;
            for (int run = 0; run < 400; run++) {
                shown += stream.nextInt(100) < 5 ? 1 : 0;
            }
            Interval interval = WeightedShare.of(
                    shown, shown * 0.1, shown * 0.01, 400, 2).interval();
            holds += interval.low() <= 0.005 && 0.005 <= interval.high() ? 1 : 0;
        }
        assertThat(holds / 2_000.0).isBetween(0.93, 0.97);
    }
}
