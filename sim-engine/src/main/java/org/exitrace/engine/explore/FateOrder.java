package org.exitrace.engine.explore;

import java.util.BitSet;

/**
 * Which states can still break a property, and which can still get away: two least fixed points
 * over the graph. States were numbered as they were found, so that few passes from the last to the
 * first are enough.
 */
final class FateOrder {

    /** Some continuation breaks it. */
    static final byte DANGER = 1;
    /** Some continuation comes to a state without danger before it breaks it. */
    static final byte HOPE = 2;
    /** Both, and some step from here leads to a state without hope. */
    static final byte SEALABLE = 4;

    private final Ways graph;
    private final BitSet bad;
    private final byte[] fates;

    FateOrder(Ways graph, BitSet bad) {
        this.graph = graph;
        this.bad = bad;
        this.fates = new byte[graph.states()];
    }

    /** The three bits of each state. */
    byte[] fates() {
        for (int state = bad.nextSetBit(0); state >= 0; state = bad.nextSetBit(state + 1)) {
            fates[state] = DANGER;
        }
        spread(DANGER);
        for (int state = 0; state < fates.length; state++) {
            if (fates[state] == 0) {
                fates[state] = HOPE;
            }
        }
        spread(HOPE);
        for (int state = 0; state < fates.length; state++) {
            if (fates[state] == (DANGER | HOPE) && leadsToLoss(state)) {
                fates[state] |= SEALABLE;
            }
        }
        return fates;
    }

    private void spread(byte bit) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = fates.length - 1; state >= 0; state--) {
                if ((fates[state] & bit) == 0 && !bad.get(state) && leadsTo(state, bit)) {
                    fates[state] |= bit;
                    changed = true;
                }
            }
        }
    }

    private boolean leadsTo(int state, byte bit) {
        for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
            if ((fates[graph.target(edge)] & bit) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsToLoss(int state) {
        for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
            if ((fates[graph.target(edge)] & HOPE) == 0) {
                return true;
            }
        }
        return false;
    }
}
