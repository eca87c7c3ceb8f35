package org.exitrace.engine.explore;

import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/** All states behind one of a machine, the steps between them, and which break which property. */
final class OutlookSearch {

    private static final int STATES_BETWEEN_QUESTIONS = 1 << 10;

    private final Model model;
    private final Frame frame;
    private final List<Property> properties;
    private final int words;
    private final long[] from;
    private final FingerprintSet found = new FingerprintSet(false, true);
    private final StateList frontier;
    private final StateGraph graph;
    private final BitSet[] bad;
    private final BitSet[] owes;
    private final Step[] enabled;
    private final long[] fresh;
    private int states;

    /** Begins in the state that is loaded; clocks stand as in it. */
    OutlookSearch(Model model, List<Property> properties) {
        this.model = model;
        this.frame = model.frame();
        this.properties = properties;
        this.words = model.layout().hashedWords();
        this.from = frame.snapshot();
        this.frontier = new StateList(words);
        this.graph = new StateGraph(List.of(), model.properties());
        this.bad = new BitSet[properties.size()];
        this.owes = new BitSet[properties.size()];
        this.enabled = model.stepBuffer();
        this.fresh = new long[words];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = new BitSet();
            owes[i] = new BitSet();
        }
    }

    /** Whether all states were seen. */
    boolean go(long mostStates, BooleanSupplier stop) {
        number(false);
        while (!frontier.isEmpty()) {
            if (states > mostStates
                    || frontier.first() % STATES_BETWEEN_QUESTIONS == 0 && stop.getAsBoolean()) {
                return false;
            }
            lookBehindFirst();
        }
        graph.close(states);
        return true;
    }

    private void lookBehindFirst() {
        int here = (int) frontier.first();
        long[] chunk = frontier.chunk(here);
        int offset = frontier.offset(here);
        load(chunk, offset);
        int count = model.enabled(enabled);
        for (int i = 0; i < bad.length; i++) {
            note(i, here, count == 0);
        }
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                load(chunk, offset);
            }
            enabled[i].fire();
            graph.edge(here, number(true), enabled[i].index());
        }
        frontier.removeFirst();
    }

    private void note(int property, int here, boolean isAtRest) {
        Property told = properties.get(property);
        if (Outlook.tells(told)) {
            bad[property].set(here, Outlook.isBroken(told, isAtRest));
        } else {
            bad[property].set(here, told.conditionHolds());
            owes[property].set(here, told.triggerHolds());
        }
    }

    /** The number of the state that is loaded, which is put into the frontier if it is new. */
    private int number(boolean mayBeKnown) {
        int number = found.add(Fingerprint.of(frame, words), 0, states);
        if (mayBeKnown && number != FingerprintSet.ABSENT) {
            return number;
        }
        frame.store(fresh, 0, words);
        frontier.add(fresh, 0);
        return states++;
    }

    private void load(long[] source, int offset) {
        frame.load(from, 0);
        frame.load(source, offset, words);
    }

    /** The number of a state; -1 where it was not found. */
    int number(long fingerprint) {
        return found.contains(fingerprint, 0) ? found.add(fingerprint, 0, 0)
                : FingerprintSet.ABSENT;
    }

    StateGraph graph() {
        return graph;
    }

    /** The states that break the {@code property}-th property. */
    BitSet bad(int property) {
        return bad[property];
    }

    /** The states with and without what an {@code eventually} owes. */
    DebtWays debt(int property) {
        return new DebtWays(graph, bad[property], owes[property]);
    }
}
