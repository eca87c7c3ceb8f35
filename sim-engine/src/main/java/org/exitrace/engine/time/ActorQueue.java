package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * The actors that can start a step, the earliest first: a tournament in which the actor declared
 * first wins a tie, so that a changed start costs one short walk up.
 */
final class ActorQueue {

    private static final int ABSENT = -1;
    private static final long NEVER = Long.MAX_VALUE;

    private final int leaves;
    private final long[] startNs;
    private final int[] winners;

    ActorQueue(int actors) {
        leaves = Integer.highestOneBit(Math.max(1, 2 * actors - 1));
        startNs = new long[leaves];
        winners = new int[2 * leaves];
        for (int actor = 0; actor < leaves; actor++) {
            winners[leaves + actor] = actor;
        }
        clear();
    }

    /** Takes all out. */
    void clear() {
        Arrays.fill(startNs, NEVER);
        for (int match = leaves - 1; match > 0; match--) {
            winners[match] = winners[2 * match];
        }
    }

    /** The actor with the least start, of those the one declared first; -1 if there is none. */
    int first() {
        int winner = winners[1];
        return startNs[winner] == NEVER ? ABSENT : winner;
    }

    /** When {@code actor}, which is in, can start. */
    long startNs(int actor) {
        return startNs[actor];
    }

    /** Puts {@code actor} in, or changes its start, which is less than the largest long. */
    void put(int actor, long atNs) {
        startNs[actor] = atNs;
        for (int match = leaves + actor >> 1; match > 0; match >>= 1) {
            int left = winners[2 * match];
            int right = winners[2 * match + 1];
            winners[match] = startNs[right] < startNs[left] ? right : left;
        }
    }

    /** Takes {@code actor} out, where it is in. */
    void remove(int actor) {
        put(actor, NEVER);
    }
}
