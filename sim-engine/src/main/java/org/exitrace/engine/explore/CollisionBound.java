package org.exitrace.engine.explore;

import java.math.BigInteger;

/**
 * How likely it is at most that two different states had the same fingerprint, so that what lies
 * behind one of them was not searched.
 *
 * <p>Among n random fingerprints of b bits there is an equal pair with a probability below
 * n^2 / 2^(b+1). That is a statement on a random function; the fingerprint is a fixed one.
 */
public final class CollisionBound {

    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private CollisionBound() {
    }

    /** In words: {@code below 1 in 444 million million (n^2/2^65)}. */
    public static String render(long states, int bits) {
        BigInteger odds = oneIn(states, bits);
        String formula = " (n^2/2^" + (bits + 1) + ")";
        return odds.compareTo(BigInteger.TWO) < 0
                ? "no useful bound, search with 128-bit fingerprints" + formula
                : "below 1 in " + rounded(odds) + formula;
    }

    /** The probability is below 1 divided by this; 0 or 1 says nothing. */
    public static BigInteger oneIn(long states, int bits) {
        BigInteger n = BigInteger.valueOf(Math.max(1, states));
        return BigInteger.TWO.pow(bits + 1).divide(n.multiply(n));
    }

    private static String rounded(BigInteger odds) {
        int exponent = odds.toString().length() - 1;
        if (exponent < 6) {
            return String.format(java.util.Locale.ROOT, "%,d", odds);
        }
        BigInteger leading = odds.multiply(THOUSAND).divide(BigInteger.TEN.pow(exponent + 2));
        return leading.divide(BigInteger.TEN) + "." + leading.mod(BigInteger.TEN)
                + "e" + exponent;
    }
}
