package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * An event list as a tournament in which the least id wins a tie. A changed time costs one walk
 * up, on which the winner so far is carried and only its next opponent is looked at; who wins is
 * computed without a branch, since nobody could foretell it.
 */
final class Tournament implements EventList {

    private static final long NEVER = Long.MAX_VALUE - 1;
    private static final int SIGN = 63;

    private final int leaves;
    private final long[] winnerNs;
    private final int[] winner;

    Tournament(int ids) {
        leaves = Integer.highestOneBit(Math.max(1, 2 * ids - 1));
        winnerNs = new long[2 * leaves];
        winner = new int[2 * leaves];
        clear();
    }

    @Override
    public void clear() {
        Arrays.fill(winnerNs, NEVER);
        for (int match = 2 * leaves - 1; match > 0; match--) {
            winner[match] = match >= leaves ? match - leaves : winner[2 * match];
        }
    }

    @Override
    public int first() {
        return winnerNs[1] == NEVER ? NONE : winner[1];
    }

    @Override
    public long atNs(int id) {
        return winnerNs[leaves + id];
    }

    @Override
    public void put(int id, long atNs) {
        int best = id;
        long bestNs = atNs;
        int match = leaves + id;
        winnerNs[match] = atNs;
        while (match > 1) {
            long less = winnerNs[match ^ 1] - bestNs;
            // All ones where the opponent wins: on the right, a tie is lost to the one on the left.
            long lost = less - (match & 1) >> SIGN;
            bestNs += less & lost;
            best += winner[match ^ 1] - best & (int) lost;
            match >>= 1;
            winner[match] = best;
            winnerNs[match] = bestNs;
        }
    }

    @Override
    public void remove(int id) {
        put(id, NEVER);
    }
}
