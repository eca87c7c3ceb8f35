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

    /** The standard normal quantile of 97.5 %. */
    private static final double Z = 1.959963984540054;

    /** The interval when it happened {@code happened} times out of {@code tried}. */
    public static WilsonInterval of(long happened, long tried) {
        if (tried < 1 || happened < 0 || happened > tried) {
            throw new IllegalArgumentException(
                    "cannot have happened " + happened + " times out of " + tried);
        }
        double share = happened / (double) tried;
        double weight = 1 + Z * Z / tried;
        double centre = (share + Z * Z / (2.0 * tried)) / weight;
        double spread = Z / weight
                * Math.sqrt(share * (1 - share) / tried + Z * Z / (4.0 * tried * tried));
        double low = happened == 0 ? 0 : Math.max(0, centre - spread);
        double high = happened == tried ? 1 : Math.min(1, centre + spread);
        return new WilsonInterval(happened, tried, low, high);
    }

    /** The share in which it happened. */
    public double share() {
        return happened / (double) tried;
    }
}
