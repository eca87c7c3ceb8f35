package org.exitrace.engine.time;

import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.engine.random.RandomStream;

/** As measured: a quantile function, straight between its points. */
final class QuantileDuration extends Duration {

    /** A place on the quantile axis is a part per million, refined by this many bits. */
    private static final int FINER_BITS = 20;

    private final List<Quantile> points;
    private final long[] places;
    private final long[] ns;
    /** Between a point and the one before: the widths in parts per million, rise and its rest. */
    private final long[] widths;
    private final long[] rises;
    private final long[] rests;

    QuantileDuration(List<Quantile> points) {
        this.points = List.copyOf(points);
        this.places = new long[points.size()];
        this.ns = new long[points.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = (long) points.get(i).perMillion() << FINER_BITS;
            ns[i] = points.get(i).ns();
        }
        check();
        this.widths = new long[places.length];
        this.rises = new long[places.length];
        this.rests = new long[places.length];
        for (int i = 1; i < places.length; i++) {
            widths[i] = places[i] - places[i - 1] >>> FINER_BITS;
            rises[i] = (ns[i] - ns[i - 1]) / widths[i];
            rests[i] = (ns[i] - ns[i - 1]) % widths[i];
        }
    }

    private void check() {
        int last = places.length - 1;
        for (int i = 1; i <= last; i++) {
            if (places[i] <= places[i - 1] || ns[i] < ns[i - 1]) {
                throw new IllegalArgumentException("quantiles rise: " + points.get(i)
                        + " cannot follow " + points.get(i - 1) + "; correct one of the two");
            }
        }
        if (last < 1 || points.get(0).perMillion() != 0
                || points.get(last).perMillion() != Quantile.ALL) {
            throw new IllegalArgumentException("quantiles begin at 0 and end at " + Quantile.ALL
                    + " per million; add the least and the largest sample");
        }
    }

    @Override
    public long sample(RandomStream stream) {
        return at(stream.nextLong() >>> 1);
    }

    @Override
    public long at(long part) {
        long place = Math.multiplyHigh(part, (long) Quantile.ALL << FINER_BITS + 1);
        int above = above(place);
        return ns[above - 1] + risen(above, place - places[above - 1]);
    }

    /** The first point that lies behind {@code place}. */
    private int above(long place) {
        int low = 1;
        int high = places.length - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (places[middle] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How far it rises on the first {@code part} of the way to that point, rounded down twice. */
    private long risen(int point, long part) {
        long upper = part >>> FINER_BITS;
        long lower = part & (1L << FINER_BITS) - 1;
        return rises[point] * upper + rests[point] * upper / widths[point]
                + (rises[point] * lower >>> FINER_BITS);
    }

    @Override
    public String toString() {
        return points.stream()
                .map(point -> point.ns() + " ns at " + point.perMillion() + " per million")
                .collect(Collectors.joining(", "));
    }
}
