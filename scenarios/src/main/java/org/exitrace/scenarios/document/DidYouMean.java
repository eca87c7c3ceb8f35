package org.exitrace.scenarios.document;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that somebody may have meant who wrote another. */
public final class DidYouMean {

    private static final int MOST_LISTED = 12;

    private DidYouMean() {
    }

    /**
     * The remedy for a misspelt name: {@code did you mean 'title'?} where one of {@code known} is
     * close, else a list of what there is.
     */
    public static String remedy(String written, Collection<String> known) {
        String closest = closest(written, known);
        if (closest != null) {
            return "did you mean '" + closest + "'?";
        }
        return known.isEmpty() ? "there is none" : "there is " + listed(known);
    }

    private static String listed(Collection<String> known) {
        String names = known.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return known.size() <= MOST_LISTED ? names
                : names + " and " + (known.size() - MOST_LISTED) + " more";
    }

    private static String closest(String written, Collection<String> known) {
        String best = null;
        int least = Math.max(1, written.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(folded(written), folded(name));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Least number of characters inserted, deleted, replaced or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
