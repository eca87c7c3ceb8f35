package org.exitrace.reports.statistics;

/**
 * Wilson's 95 % score interval of a probability, from how often something happened.
 *
 * @param happened how often it happened
 * @param tried how often it could have
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record WilsonInterval(long happened, long tried, double low, double high) {

    /** The interval when it happened {@code happened} times out of {@code tried}. */
    public static WilsonInterval of(long happened, long tried) {
        if (tried < 1 || happened < 0 || happened > tried) {
            throw new IllegalArgumentException(
                    "cannot have happened " + happened + " times out of " + tried);
        }
        Interval score = score(happened / (double) tried, tried);
        return new WilsonInterval(happened, tried, score.low(), score.high());
    }

    /**
     * The interval of a share that is known as well as from {@code tried} trials, be that a whole
     * number or not.
     */
    static Interval score(double share, double tried) {
        double square = Interval.Z * Interval.Z;
        double weight = 1 + square / tried;
        double centre = (share + square / (2.0 * tried)) / weight;
        double spread = Interval.Z / weight
                * Math.sqrt(share * (1 - share) / tried + square / (4.0 * tried * tried));
        double low = share == 0 ? 0 : Math.max(0, centre - spread);
        double high = share == 1 ? 1 : Math.min(1, centre + spread);
        return new Interval(share, low, high);
    }

    /** The share in which it happened. */
    public double share() {
        return happened / (double) tried;
    }

    /** The share with its ends. */
    public Interval interval() {
        return new Interval(share(), low, high);
    }
}
