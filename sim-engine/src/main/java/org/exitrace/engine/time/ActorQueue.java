package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * The actors that can start a step, the earliest first: a tournament in which the actor declared
 * first wins a tie. A changed start costs one walk up, on which the winner so far is carried and
 * only its next opponent is looked at.
 */
final class ActorQueue {

    private static final int ABSENT = -1;
    private static final long NEVER = Long.MAX_VALUE - 1;

    private final int leaves;
    private final long[] winnerNs;
    private final int[] winner;

    ActorQueue(int actors) {
        leaves = Integer.highestOneBit(Math.max(1, 2 * actors - 1));
        winnerNs = new long[2 * leaves];
        winner = new int[2 * leaves];
        clear();
    }

    /** Takes all out. */
    void clear() {
        Arrays.fill(winnerNs, NEVER);
        for (int match = 2 * leaves - 1; match > 0; match--) {
            winner[match] = match >= leaves ? match - leaves : winner[2 * match];
        }
    }

    /** The actor with the least start, of those the one declared first; -1 if there is none. */
    int first() {
        return winnerNs[1] == NEVER ? ABSENT : winner[1];
    }

    /** When {@code actor}, which is in, can start. */
    long startNs(int actor) {
        return winnerNs[leaves + actor];
    }

    /** Puts {@code actor} in, or changes its start, which is less than the largest two longs. */
    void put(int actor, long atNs) {
        int best = actor;
        long bestNs = atNs;
        int match = leaves + actor;
        winnerNs[match] = atNs;
        while (match > 1) {
            long opponentNs = winnerNs[match ^ 1];
            int opponent = winner[match ^ 1];
            // On the right, a tie is lost to the opponent on the left.
            boolean lost = opponentNs < bestNs + (match & 1);
            best = lost ? opponent : best;
            bestNs = lost ? opponentNs : bestNs;
            match >>= 1;
            winner[match] = best;
            winnerNs[match] = bestNs;
        }
    }

    /** Takes {@code actor} out, where it is in. */
    void remove(int actor) {
        put(actor, NEVER);
    }
}
