package org.exitrace.engine.explore;

import java.util.BitSet;

/**
 * The states of a graph twice: as they are while nothing is owed, and, behind these, as they are
 * while an {@code eventually} is. From the state that pays on nothing is owed any more.
 */
final class DebtWays implements Ways {

    private final Ways graph;
    private final BitSet pays;
    private final BitSet owes;
    private final int edges;

    /** By the states of {@code graph} that pay, and those from which on it is owed. */
    DebtWays(Ways graph, BitSet pays, BitSet owes) {
        this.graph = graph;
        this.pays = pays;
        this.owes = owes;
        this.edges = graph.begin(graph.states());
    }

    @Override
    public int states() {
        return Math.multiplyExact(2, graph.states());
    }

    @Override
    public int begin(int state) {
        return state <= graph.states() ? graph.begin(state)
                : edges + graph.begin(state - graph.states());
    }

    @Override
    public int target(int edge) {
        return edge < edges ? into(graph.target(edge), false)
                : into(graph.target(edge - edges), true);
    }

    /** Where one is in {@code state}, into which one came with or without debt. */
    int into(int state, boolean inDebt) {
        return !pays.get(state) && (inDebt || owes.get(state)) ? graph.states() + state : state;
    }

    /** With the debt, and no way to a state that pays. */
    BitSet doomed() {
        int[] steps = new LeastSteps(graph, pays).all();
        BitSet doomed = new BitSet();
        for (int state = 0; state < steps.length; state++) {
            doomed.set(graph.states() + state, steps[state] == Outlook.NOWHERE);
        }
        return doomed;
    }
}
