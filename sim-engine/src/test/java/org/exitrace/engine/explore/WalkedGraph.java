package org.exitrace.engine.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.step.Step;

/**
 * All states of a small model and the steps between them, found without the search: what it may be
 * held against. A walk from each state by itself goes over numbers then.
 */
final class WalkedGraph {

    private final Model model;
    private final Property property;
    private final Map<Long, Integer> numbers = new LinkedHashMap<>();
    private final List<long[]> states = new ArrayList<>();
    private final List<int[]> behind = new ArrayList<>();
    private final BitSet broken = new BitSet();

    private WalkedGraph(Model model, Property property) {
        this.model = model;
        this.property = property;
    }

    /** All that is reached from the first state of {@code model}. */
    static WalkedGraph of(Model model, Property property) {
        WalkedGraph graph = new WalkedGraph(model, property);
        graph.number(model.firstState());
        for (int state = 0; state < graph.states.size(); state++) {
            graph.behind.add(graph.successors(graph.states.get(state)));
            graph.broken.set(state, graph.isBroken(graph.states.get(state)));
        }
        return graph;
    }

    private int[] successors(long[] state) {
        model.frame().load(state, 0);
        Step[] enabled = model.stepBuffer();
        int count = model.enabled(enabled);
        return Arrays.stream(enabled, 0, count).mapToInt(step -> {
            model.frame().load(state, 0);
            step.fire();
            return number(model.frame().snapshot());
        }).toArray();
    }

    private int number(long[] state) {
        model.frame().load(state, 0);
        Integer known = numbers.putIfAbsent(model.fingerprint(), states.size());
        if (known == null) {
            states.add(state);
        }
        return known == null ? states.size() - 1 : known;
    }

    private boolean isBroken(long[] state) {
        model.frame().load(state, 0);
        return property.kind() == PropertyKind.AT_REST
                ? model.enabled(model.stepBuffer()) == 0 && !property.conditionHolds()
                : property.isBrokenHere();
    }

    int states() {
        return states.size();
    }

    long fingerprint(int state) {
        model.frame().load(states.get(state), 0);
        return model.fingerprint();
    }

    /** The states that break the property; at rest where it speaks of rest. */
    BitSet broken() {
        return broken;
    }

    /** The states to which one step leads. */
    BitSet next(int from) {
        BitSet next = new BitSet();
        Arrays.stream(behind.get(from)).forEach(next::set);
        return next;
    }

    /** Itself and all behind it; where asked, only what is reached without breaking it. */
    BitSet reachable(int from, boolean unbroken) {
        BitSet seen = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            if (unbroken && broken.get(state) || seen.get(state)) {
                continue;
            }
            seen.set(state);
            Arrays.stream(behind.get(state)).forEach(queue::add);
        }
        return seen;
    }
}
