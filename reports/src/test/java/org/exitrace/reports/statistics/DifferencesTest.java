package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.exitrace.engine.random.RandomStream;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final int TIMES = 2_000;

    /** 1.2, 0.8, 1.1, 0.9: mean 1, variance 1/30; t of three degrees at 97.5 % is 3.18245. */
    @Test
    void takesMeansByStudentsT() {
        Interval mean = Means.of(new double[] {1.2, 0.8, 1.1, 0.9});
        assertThat(mean.value()).isCloseTo(1, within(1e-12));
        assertThat(mean.half()).isCloseTo(3.182446 * Math.sqrt(1 / 30.0 / 4), within(1e-6));
        assertThat(mean.low() + mean.high()).isCloseTo(2, within(1e-12));
    }

    @Test
    void tellsHowManySamplesAnIntervalTakes() {
        assertThat(Means.needed(100, 1)).isEqualTo(385);
        assertThat(Means.needed(100, 0.5)).isEqualTo(1537);
        assertThat(Means.needed(0, 1)).isEqualTo(2);
        assertThat(Means.needed(1e300, 1e-300)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void knowsADifferenceThatChanceInCommonCoversBetterInPairs() {
        RandomStream stream = RandomStream.named(1, "pairs");
        long[] first = new long[400];
        long[] second = new long[400];
        for (int i = 0; i < first.length; i++) {
            first[i] = 10_000 + stream.nextInt(5_000);
            second[i] = first[i] + 100 + stream.nextInt(7) - 3;
        }
        PairedDifference difference = PairedDifference.of(first, second);

        assertThat(difference.pairs()).isEqualTo(400);
        assertThat(difference.mean().value()).isCloseTo(100, within(0.5));
        assertThat(difference.mean().half()).isLessThan(0.3);
        assertThat(difference.plain().half()).isGreaterThan(150);
        assertThat(difference.plain().value()).isCloseTo(difference.mean().value(), within(1e-6));
        assertThat(difference.correlation()).isGreaterThan(0.999);
        assertThat(difference.median().low()).isBetween(99L, difference.median().value());
        assertThat(difference.median().high()).isBetween(difference.median().value(), 101L);
        assertThat(difference.plainRunsFor(10)).isGreaterThan(1_000 * difference.pairsFor(10));
    }

    /** Half of the interval is as was asked for when so many pairs were made as it said. */
    @Test
    void asManyRunsAsItSaysAreEnough() {
        RandomStream stream = RandomStream.named(2, "pairs");
        PairedDifference few = difference(200, stream);
        long needed = few.pairsFor(40);
        assertThat(needed).isBetween(1_500L, 3_000L);
        assertThat(difference((int) needed, stream).mean().half()).isCloseTo(40, within(4.0));
    }

    private static PairedDifference difference(int pairs, RandomStream stream) {
        long[] first = new long[pairs];
        long[] second = new long[pairs];
        for (int i = 0; i < pairs; i++) {
            first[i] = stream.nextInt(2_000);
            second[i] = stream.nextInt(3_000);
        }
        return PairedDifference.of(first, second);
    }

    /** In about 95 of 100 studies the interval of the mean has the true difference in it. */
    @Test
    void holdsTheTrueDifferenceAsOftenAsItSays() {
        RandomStream stream = RandomStream.named(3, "coverage");
        int mean = 0;
        int median = 0;
        for (int i = 0; i < TIMES; i++) {
            long[] first = new long[50];
            long[] second = new long[50];
            for (int j = 0; j < first.length; j++) {
                first[j] = stream.nextInt(10_000);
                second[j] = first[j] + stream.nextInt(2_001);
            }
            PairedDifference difference = PairedDifference.of(first, second);
            mean += difference.mean().low() <= 1_000 && 1_000 <= difference.mean().high() ? 1 : 0;
            median += difference.median().low() <= 1_000
                    && 1_000 <= difference.median().high() ? 1 : 0;
        }
        assertThat(mean / (double) TIMES).isBetween(0.935, 0.965);
        assertThat(median / (double) TIMES).isBetween(0.945, 0.99);
    }

    @Test
    void saysOfEqualSamplesThatTheyDoNotDiffer() {
        PairedDifference same = PairedDifference.of(new long[] {5, 5, 5}, new long[] {5, 5, 5});
        assertThat(same.mean()).isEqualTo(new Interval(0, 0, 0));
        assertThat(same.plain()).isEqualTo(new Interval(0, 0, 0));
        assertThat(same.correlation()).isZero();
        assertThatThrownBy(() -> PairedDifference.of(new long[1], new long[1]))
                .hasMessageContaining("at least two");
        assertThatThrownBy(() -> PairedDifference.of(new long[2], new long[3]))
                .hasMessageContaining("not 2 and 3 samples");
    }

    /** Newcombe (1998), page 876, example a: 56 of 70 less 48 of 80 is 0.2, 0.0524 to 0.3339. */
    @Test
    void agreesWithThePublishedIntervalOfTwoIndependentShares() {
        Interval interval = ShareDifference.unpaired(
                WilsonInterval.of(48, 80).interval(),
                WilsonInterval.of(56, 70).interval());
        assertThat(interval.value()).isCloseTo(0.2, within(1e-12));
        assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void knowsADifferenceOfSharesBetterInPairs() {
        ShareDifference difference = new ShareDifference(400, 30, 10, 560);
        assertThat(difference.paired().value()).isCloseTo(-0.02, within(1e-12));
        assertThat(difference.paired().low()).isBetween(-0.035, -0.02);
        assertThat(difference.paired().high()).isBetween(-0.02, 0.0);
        assertThat(difference.plain().half()).isGreaterThan(2 * difference.paired().half());
        assertThat(difference.onlyFirst()).isEqualTo(30);
        assertThat(difference.onlySecond()).isEqualTo(10);
        assertThat(difference.pairsFor(0.01).orElseThrow()).isBetween(1_400L, 1_650L);
        ShareDifference never = new ShareDifference(0, 0, 0, 100);
        assertThat(never.paired().low()).isNegative();
        assertThat(never.paired().high()).isPositive();
    }

    /** Wilson's upper end of 0 of n is 3.84 / (n + 3.84), either way: 381 to a hundredth. */
    @Test
    void takesMoreThanTwoPairsToKnowThatTheyAgree() {
        ShareDifference never = new ShareDifference(0, 0, 0, 2);
        assertThat(never.pairsFor(0.01)).hasValue(381);
        assertThat(new ShareDifference(0, 0, 0, 10_000).pairsFor(0.01)).hasValue(381);
        assertThat(new ShareDifference(3, 0, 0, 297).pairsFor(0.01).orElseThrow())
                .isBetween(100L, 1_000L);
        assertThat(never.pairsFor(1e-20)).isEmpty();
    }

    /** One pair less, and half of the interval is more than was asked for. */
    @Test
    void asManyPairsAsItSaysAreEnoughAndNoFewer() {
        ShareDifference some = new ShareDifference(40, 3, 1, 56);
        long scale = 1_000_000;
        for (double half : new double[] {0.1, 0.03, 0.01}) {
            long pairs = some.plainRunsFor(half).orElseThrow();
            assertThat(plainHalf(0.43, 0.41, pairs)).isLessThanOrEqualTo(half);
            assertThat(plainHalf(0.43, 0.41, pairs - 1)).isGreaterThan(half);
            assertThat(some.pairsFor(half).orElseThrow()).isLessThan(pairs);
        }
        ShareDifference many = new ShareDifference(
                40 * scale, 3 * scale, scale, 56 * scale);
        assertThat(many.pairsFor(many.paired().half()).orElseThrow())
                .isBetween(99 * scale, 100 * scale);
    }

    private static double plainHalf(double first, double second, long runs) {
        return ShareDifference.unpaired(WilsonInterval.score(first, runs),
                WilsonInterval.score(second, runs)).half();
    }

    @Test
    void holdsTheTrueDifferenceOfSharesAsOftenAsItSays() {
        RandomStream stream = RandomStream.named(4, "coverage");
        int held = 0;
        for (int i = 0; i < TIMES; i++) {
            long[] cases = new long[4];
            for (int j = 0; j < 80; j++) {
                int drawn = stream.nextInt(100);
                cases[drawn < 30 ? 0 : drawn < 45 ? 1 : drawn < 50 ? 2 : 3]++;
            }
            Interval interval = new ShareDifference(
                    cases[0], cases[1], cases[2], cases[3]).paired();
            held += interval.low() <= -0.1 && -0.1 <= interval.high() ? 1 : 0;
        }
        assertThat(held / (double) TIMES).isBetween(0.93, 0.98);
    }
}
