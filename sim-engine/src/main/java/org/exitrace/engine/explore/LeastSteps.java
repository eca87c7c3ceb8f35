package org.exitrace.engine.explore;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How many steps it takes at least from each state of a graph to one of some states. States were
 * numbered as they were found, so that few passes from the last to the first are enough.
 */
final class LeastSteps {

    private final Ways graph;
    private final int[] least;

    LeastSteps(Ways graph, BitSet goals) {
        this.graph = graph;
        this.least = new int[graph.states()];
        Arrays.fill(least, Outlook.NOWHERE);
        goals.stream().forEach(state -> least[state] = 0);
    }

    /** By state; {@link Outlook#NOWHERE} where no way leads to one. */
    int[] all() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = least.length - 1; state >= 0; state--) {
                int known = least[state];
                for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
                    int behind = least[graph.target(edge)];
                    if (behind != Outlook.NOWHERE && behind + 1 < known) {
                        known = behind + 1;
                    }
                }
                changed |= known < least[state];
                least[state] = known;
            }
        }
        return least;
    }
}
