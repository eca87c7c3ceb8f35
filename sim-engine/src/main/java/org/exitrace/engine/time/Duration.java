package org.exitrace.engine.time;

import java.util.List;
import org.exitrace.engine.random.RandomStream;

/**
 * A length of time in whole nanoseconds, fixed or by chance.
 *
 * <p>A sample takes one number of the stream at most, and only whole-number arithmetic is used:
 * the same stream gives the same samples on every JVM.
 */
public abstract class Duration {

    /** The longest time that a duration may give: about two hours. */
    public static final long MOST_NS = 1L << 43;

    private static final int MOST_THOUSANDTHS = 1_000_000;

    /** Only what this package offers. */
    Duration() {
    }

    /** One length of time, in nanoseconds. */
    public abstract long sample(RandomStream stream);

    /**
     * The quantile function: the length that this part of all samples is at most.
     *
     * @param place the part, in parts of {@code 2^63}; not negative
     */
    public abstract long at(long place);

    /**
     * A length of those that are more than {@code passedNs}, each as likely among them as it is.
     *
     * @param drawnNs one of them; told where the quantile function knows no other
     */
    final long above(long passedNs, long drawnNs, RandomStream stream) {
        long part = stream.nextLong() >>> 1;
        if (at(Long.MAX_VALUE) <= passedNs) {
            return drawnNs;
        }
        long low = 0;
        long high = Long.MAX_VALUE;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (at(middle) > passedNs) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        long rest = Long.MAX_VALUE - low;
        return at(low + (Math.multiplyHigh(part, rest) << 1 | part * rest >>> 63));
    }

    /**
     * This length many times over, drawn as it is drawn.
     *
     * @param thousandths 1 to 1,000,000; 2,000 is twice as long
     */
    public final Duration times(int thousandths) {
        if (thousandths < 1 || thousandths > MOST_THOUSANDTHS) {
            throw new IllegalArgumentException("a time is taken 0.001 to 1,000 times, not "
                    + thousandths + " thousandths of it");
        }
        return new ScaledDuration(this, thousandths);
    }

    /** Whether each sample is the same. */
    public boolean isConstant() {
        return false;
    }

    /** Always {@code ns} nanoseconds. */
    public static Duration constant(long ns) {
        return new ConstantDuration(checked(ns));
    }

    /** Each whole number from {@code leastNs} to {@code mostNs}, both included, equally likely. */
    public static Duration uniform(long leastNs, long mostNs) {
        if (checked(leastNs) > checked(mostNs)) {
            throw new IllegalArgumentException(
                    "a time from " + leastNs + " to " + mostNs + " ns is none; swap the two");
        }
        return new UniformDuration(leastNs, mostNs);
    }

    /** Waiting times without memory, of mean {@code meanNs}. */
    public static Duration exponential(long meanNs) {
        return new ExponentialDuration(checked(meanNs));
    }

    /** As measured: between two quantiles each length is equally likely. */
    public static Duration quantiles(List<Quantile> measured) {
        measured.forEach(quantile -> checked(quantile.ns()));
        return new QuantileDuration(measured);
    }

    private static long checked(long ns) {
        if (ns < 0 || ns > MOST_NS) {
            throw new IllegalArgumentException(
                    "a time is 0 to " + MOST_NS + " ns, not " + ns);
        }
        return ns;
    }
}
