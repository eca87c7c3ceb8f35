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
        Interval weighted = of(30, 1, 1_000).interval();
        assertThat(weighted.value()).isCloseTo(plain.share(), within(1e-12));
        assertThat(weighted.low()).isCloseTo(plain.low(), within(1e-12));
        assertThat(weighted.high()).isCloseTo(plain.high(), within(1e-12));
    }

    /** 100 runs that count a thousand-millionth each know it as 100 plain ones would. */
    @Test
    void knowsSmallProbabilitiesAsWellAsTheRunsThatShowedThem() {
        Interval weighted = of(100, TINY, 1_000_000).interval();
        assertThat(weighted.value()).isCloseTo(1e-13, within(1e-17));
        assertThat(weighted.low()).isBetween(0.82e-13, 0.83e-13);
        assertThat(weighted.high()).isBetween(1.21e-13, 1.22e-13);
    }

    /** 0 of 1,000: Wilson's 0.00383, and each run may count twice. */
    @Test
    void boundsWhatNoRunShowed() {
        WeightedShare none = of(0, 0, 1_000);
        assertThat(none.isBound()).isTrue();
        assertThat(none.interval().value()).isZero();
        assertThat(none.interval().low()).isZero();
        assertThat(none.interval().high()).isCloseTo(0.00765, within(1e-5));
        assertThat(of(0, 0, 1).interval().high()).isEqualTo(1);
    }

    /** Drawn ten times as often as it is, and counted a tenth: 95 of 100 intervals hold it. */
    @Test
    void holdsTheProbabilityAboutAsOftenAsItSays() {
        RandomStream stream = RandomStream.named(3, "weights");
        int holds = 0;
        for (int study = 0; study < 2_000; study++) {
            int shown = 0;
            for (int run = 0; run < 1_200; run++) {
                shown += stream.nextInt(100) < 5 ? 1 : 0;
            }
            Interval interval = of(shown, 0.1, 1_200).interval();
            holds += interval.low() <= 0.005 && 0.005 <= interval.high() ? 1 : 0;
        }
        assertThat(holds / 2_000.0).isBetween(0.93, 0.97);
    }

    /** 29 of equal weight, or 99 small ones beside one that is a seventh of the sum. */
    @Test
    void tellsAnUpperEndAloneWhereFewRunsStandBehindIt() {
        assertThat(of(30, 0.5, 1_000).isBound()).isFalse();
        WeightedShare few = of(29, 0.5, 1_000);
        assertThat(few.isBound()).isTrue();
        assertThat(few.interval().value()).isCloseTo(0.0145, within(1e-12));
        assertThat(few.interval().low()).isZero();
        assertThat(few.interval().high())
                .isCloseTo(2 * WilsonInterval.score(0.00725, 1_000).high(), within(1e-12));
        double sum = 99 * 0.01 + 0.165;
        WeightedShare.Weights heavy = new WeightedShare.Weights(
                100, sum, 99 * 1e-4 + 0.165 * 0.165, 0.165);
        assertThat(heavy.effective()).isGreaterThan(30);
        assertThat(WeightedShare.of(heavy, 1_000, 2).isBound()).isTrue();
    }

    /** The light weights seen say nothing of heavy ones that were not: 0 of 1,000, twice. */
    @Test
    void isNoSurerForAFewLightRunsThanForNone() {
        double none = of(0, 0, 1_000).interval().high();
        assertThat(of(5, TINY, 1_000).interval().high()).isCloseTo(none, within(1e-6))
                .isGreaterThanOrEqualTo(none);
        assertThat(of(5, 2, 1_000).interval().high()).isGreaterThan(0.01 + none);
        assertThat(of(10, 1, 10).interval()).isEqualTo(new Interval(1, 0, 1));
    }

    private static WeightedShare of(long shown, double each, long runs) {
        return WeightedShare.of(new WeightedShare.Weights(
                shown, shown * each, shown * each * each, shown == 0 ? 0 : each), runs, 2);
    }
}
