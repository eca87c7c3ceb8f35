package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The states that a schedule can get into while it owes one {@code eventually}, with a shortest
 * such schedule to each: a breadth-first search of pairs of a state and whether there is a debt.
 *
 * <p>Takes 16 bytes per state while it is made and used.
 */
final class DebtRegion {

    private static final int UNSEEN = -1;

    private final StateGraph graph;
    private final int property;
    private final int[] cameFrom;
    private final int[] queue;
    private int seen;

    DebtRegion(StateGraph graph, int property) {
        if (graph.states() > 1 << 29) {
            throw new IllegalStateException("more than 536,870,912 states are too many for an"
                    + " 'eventually'; bound the search or drop the property");
        }
        this.graph = graph;
        this.property = property;
        this.cameFrom = new int[2 * graph.states()];
        this.queue = new int[2 * graph.states()];
        Arrays.fill(cameFrom, UNSEEN);
        if (graph.states() > 0) {
            arrive(0, false, 0);
            for (int next = 0; next < seen; next++) {
                goOn(queue[next]);
            }
        }
    }

    private void goOn(int pair) {
        int state = pair >> 1;
        for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
            if (graph.target(edge) < graph.states()) {
                arrive(graph.target(edge), (pair & 1) != 0, pair);
            }
        }
    }

    private void arrive(int state, boolean owing, int from) {
        boolean owes = !graph.pays(state, property) && (owing || graph.owes(state, property));
        int pair = state << 1 | (owes ? 1 : 0);
        if (cameFrom[pair] == UNSEEN) {
            cameFrom[pair] = from;
            queue[seen++] = pair;
        }
    }

    /** Whether the state can be got into with the debt open. */
    boolean contains(int state) {
        return state < graph.states() && cameFrom[state << 1 | 1] != UNSEEN;
    }

    /** The states of the region, those that a shorter schedule leads to first. */
    int[] states() {
        return Arrays.stream(queue, 0, seen).filter(pair -> (pair & 1) != 0)
                .map(pair -> pair >> 1).toArray();
    }

    /** Indices of the steps of a shortest schedule to {@code state} with the debt open. */
    List<Integer> path(int state) {
        List<Integer> steps = new ArrayList<>();
        for (int pair = state << 1 | 1; pair != queue[0]; pair = cameFrom[pair]) {
            steps.add(stepBetween(cameFrom[pair] >> 1, pair >> 1));
        }
        Collections.reverse(steps);
        return steps;
    }

    private int stepBetween(int from, int to) {
        int edge = graph.begin(from);
        while (graph.target(edge) != to) {
            edge++;
        }
        return graph.step(edge);
    }
}
