package org.exitrace.engine.time;

import java.util.Collection;
import org.exitrace.engine.random.RandomStream;

/**
 * Delay injection: in half of the runs one time, at a place drawn by chance, is taken from one of
 * the far ends of its distribution, and each run counts by how much likelier it was made than it
 * is (importance sampling with a defensive mixture: Hesterberg, Technometrics 37, 1995).
 *
 * <p>With the quantile {@code u} of each of {@code n} times, a run was made with
 * {@code 1/2 + 1/(2n) (h(u1) + ... + h(un))} times its own likelihood, whose inverse is
 * {@link #weight}: at most 2, so that no run dominates. {@code h} draws the distance to an end by
 * equal factors, down to {@code 2^-40}: a time that is exceeded once in a thousand million is drawn
 * about as often as one that is exceeded once in ten. The mean of weights of runs that show
 * something is its probability without bias.
 *
 * <p>One run at a time; the times of a profile that it went into are its own.
 */
public final class Injection {

    /** The most that a run can count. */
    public static final double MOST_WEIGHT = 2;

    private static final double LEAST = 0x1p-40;
    private static final double LENGTH = -StrictMath.log(LEAST);
    private static final double WHOLE = 0x1p63;
    private static final int NOWHERE = -1;

    private int places = 1;
    private int forced = NOWHERE;
    private long forcedPlace;
    private int count;
    private double densities;

    /** The same profile, with times of {@code keys} that may be forced; constants never are. */
    public TimingProfile into(TimingProfile profile, Collection<String> keys) {
        TimingProfile changed = profile;
        for (String key : keys) {
            TimingProfile.Cost cost = profile.costs().get(key);
            if (!profile.duration(key).isConstant()) {
                changed = changed.replacing(
                        key, new ForcedDuration(cost.duration(), this), cost.source());
            }
        }
        return changed;
    }

    /** A run begins of which none is forced: it only counts. */
    public void begin() {
        forced = NOWHERE;
        count = 0;
        densities = 0;
    }

    /** A run begins of which one of the first {@code among} times may be forced. */
    public void begin(long seed, int among) {
        begin();
        places = Math.max(1, among);
        RandomStream stream = RandomStream.named(seed, "injection");
        if (stream.nextInt(2) == 0) {
            forced = stream.nextInt(places);
            double part = (stream.nextLong() >>> 11) * 0x1p-53;
            long distance = (long) (StrictMath.exp(-LENGTH * part) * WHOLE);
            forcedPlace = stream.nextInt(2) == 0
                    ? Math.min(distance, Long.MAX_VALUE) : Math.max(0, Long.MAX_VALUE - distance);
        }
    }

    /** How many times the run has drawn so far that could be forced. */
    public int draws() {
        return count;
    }

    /** What the run counts. */
    public double weight() {
        int drawn = Math.min(count, places);
        return 1 / (0.5 + 0.5 * (densities + (places - drawn)) / places);
    }

    /** The place on the quantile axis that is taken where chance says {@code plain}. */
    long place(long plain) {
        int draw = count++;
        long place = draw == forced ? forcedPlace : plain;
        if (draw < places) {
            densities += (density((place + 0.5) / WHOLE)
                    + density((Long.MAX_VALUE - place + 0.5) / WHOLE)) / 2;
        }
        return place;
    }

    private static double density(double distance) {
        return distance < LEAST || distance > 1 ? 0 : 1 / (distance * LENGTH);
    }
}
