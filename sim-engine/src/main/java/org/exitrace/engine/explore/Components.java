package org.exitrace.engine.explore;

import java.util.Arrays;

/**
 * The strongly connected components of the states of a region: Tarjan's algorithm, without
 * recursion. Takes 20 bytes per state.
 */
final class Components {

    private static final int NONE = -1;

    private final StateGraph graph;
    private final DebtRegion region;
    private final int[] order;
    private final int[] low;
    private final int[] component;
    private final int[] edge;
    private final int[] calls;
    private final IntStack open = new IntStack();
    private int callDepth;
    private int numbered;
    private int count;

    Components(StateGraph graph, DebtRegion region, int[] states) {
        this.graph = graph;
        this.region = region;
        this.order = new int[graph.states()];
        this.low = new int[graph.states()];
        this.component = new int[graph.states()];
        this.edge = new int[graph.states()];
        this.calls = new int[states.length];
        Arrays.fill(order, NONE);
        Arrays.fill(component, NONE);
        for (int state : states) {
            if (order[state] == NONE) {
                enter(state);
                while (callDepth > 0) {
                    goOn(calls[callDepth - 1]);
                }
            }
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The component of {@code state}, from 0; -1 for a state out of the region. */
    int of(int state) {
        return state < component.length ? component[state] : NONE;
    }

    private void enter(int state) {
        order[state] = numbered;
        low[state] = numbered++;
        edge[state] = graph.begin(state);
        open.push(state);
        calls[callDepth++] = state;
    }

    private void goOn(int state) {
        while (edge[state] < graph.begin(state + 1)) {
            int target = graph.target(edge[state]++);
            if (!region.contains(target)) {
                continue;
            }
            if (order[target] == NONE) {
                enter(target);
                return;
            }
            if (component[target] == NONE) {
                low[state] = Math.min(low[state], order[target]);
            }
        }
        leave(state);
    }

    private void leave(int state) {
        if (low[state] == order[state]) {
            int member;
            do {
                member = open.pop();
                component[member] = count;
            } while (member != state);
            count++;
        }
        callDepth--;
        if (callDepth > 0) {
            int caller = calls[callDepth - 1];
            low[caller] = Math.min(low[caller], low[state]);
        }
    }
}
