package org.exitrace.engine.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.exitrace.engine.explore.ReachedStates;
import org.exitrace.engine.explore.ReachedStates.Edge;

/**
 * The fewest hidden steps that explain what was seen: least cost from layer to layer, one layer for
 * each label, and the way back from the cheapest state of the last.
 */
final class Explanation {

    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final int NO_EDGE = -1;

    private final ReachedStates states;
    private final int[][] edges;

    Explanation(ReachedStates states, int[][] edges) {
        this.states = states;
        this.edges = edges;
    }

    List<List<String>> of(BitSet from, int[] seen) {
        int[] cost = new int[edges.length];
        Arrays.fill(cost, NOWHERE);
        from.stream().forEach(state -> cost[state] = 0);
        List<int[]> hidden = new ArrayList<>();
        List<int[]> visible = new ArrayList<>();
        for (int label : seen) {
            hidden.add(spread(cost));
            visible.add(take(label, cost));
        }
        int state = cheapest(cost);
        List<List<String>> explained = new ArrayList<>();
        for (int i = seen.length - 1; i >= 0; i--) {
            state = edge(visible.get(i)[state]).from();
            List<String> steps = new ArrayList<>();
            for (int way = hidden.get(i)[state]; way != NO_EDGE; way = hidden.get(i)[state]) {
                steps.add(0, edge(way).name());
                state = edge(way).from();
            }
            explained.add(0, steps);
        }
        return explained;
    }

    private Edge edge(int number) {
        return states.edges().get(number);
    }

    /** Goes on by hidden steps; gives the edge by which each state is reached best. */
    private int[] spread(int[] cost) {
        int[] by = new int[cost.length];
        Arrays.fill(by, NO_EDGE);
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int state = 0; state < cost.length; state++) {
            if (cost[state] != NOWHERE) {
                waiting.add(state);
            }
        }
        while (!waiting.isEmpty()) {
            int state = waiting.remove();
            int[] out = edges[state];
            for (int i = 0; i < out.length; i += 3) {
                if (out[i] == VisibleBehaviour.HIDDEN && cost[state] + 1 < cost[out[i + 1]]) {
                    cost[out[i + 1]] = cost[state] + 1;
                    by[out[i + 1]] = out[i + 2];
                    waiting.add(out[i + 1]);
                }
            }
        }
        return by;
    }

    /** Goes on by what was seen; gives the edge by which each state is entered best. */
    private int[] take(int label, int[] cost) {
        int[] by = new int[cost.length];
        int[] next = new int[cost.length];
        Arrays.fill(by, NO_EDGE);
        Arrays.fill(next, NOWHERE);
        for (int state = 0; state < cost.length; state++) {
            int[] out = edges[state];
            for (int i = 0; i < out.length && cost[state] != NOWHERE; i += 3) {
                if (out[i] == label && cost[state] < next[out[i + 1]]) {
                    next[out[i + 1]] = cost[state];
                    by[out[i + 1]] = out[i + 2];
                }
            }
        }
        System.arraycopy(next, 0, cost, 0, cost.length);
        return by;
    }

    private static int cheapest(int[] cost) {
        int best = 0;
        for (int state = 1; state < cost.length; state++) {
            best = cost[state] < cost[best] ? state : best;
        }
        return best;
    }
}
