package org.exitrace.engine.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.exitrace.engine.explore.ReachedStates;
import org.exitrace.engine.explore.ReachedStates.Edge;

/**
 * A small model as somebody sees it who sees some of its steps only: from each set of states in
 * which the model may be, a visible step leads to another such set, hidden steps in between. This
 * is the subset construction, made as it is needed, so that a step costs one look into a table.
 *
 * <p>Sets and labels are numbers; {@link #NONE} is the set without a state.
 */
public final class VisibleBehaviour {

    /** The set without a state: what was seen is no behaviour. */
    public static final int NONE = -1;

    private static final int UNKNOWN = -2;
    static final int HIDDEN = -1;

    private final ReachedStates states;
    private final List<String> labels;
    /** Edges of each state: label or {@link #HIDDEN}, target, and place in the list of edges. */
    private final int[][] edges;
    private final Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final List<int[]> after = new ArrayList<>();

    /**
     * What is seen of {@code states}.
     *
     * @param labels full names of the steps that are seen; others are hidden
     */
    public VisibleBehaviour(ReachedStates states, List<String> labels) {
        if (!states.whole()) {
            throw new IllegalArgumentException("not all states are there; reach more");
        }
        this.states = states;
        this.labels = List.copyOf(labels);
        List<List<Integer>> from = new ArrayList<>();
        states.states().forEach(state -> from.add(new ArrayList<>()));
        for (int i = 0; i < states.edges().size(); i++) {
            Edge edge = states.edges().get(i);
            from.get(edge.from()).addAll(
                    List.of(labels.indexOf(edge.name()), edge.to(), i));
        }
        this.edges = from.stream().map(each -> each.stream().mapToInt(n -> n).toArray())
                .toArray(int[][]::new);
    }

    /** The set of the model's first state. */
    public int beginning() {
        BitSet first = new BitSet();
        first.set(0);
        return number(first);
    }

    /** The set of all states: nothing is known of what was before. */
    public int anywhere() {
        BitSet all = new BitSet();
        all.set(0, edges.length);
        return number(all);
    }

    /** The set behind {@code set} when {@code label} is seen; {@link #NONE} where it cannot be. */
    public int after(int set, int label) {
        int known = after.get(set)[label];
        return known == UNKNOWN ? find(set, label) : known;
    }

    /** The labels that can be seen next, in their order. */
    public List<String> offered(int set) {
        TreeSet<Integer> found = new TreeSet<>();
        closure(sets.get(set)).stream().forEach(state -> {
            for (int i = 0; i < edges[state].length; i += 3) {
                if (edges[state][i] != HIDDEN) {
                    found.add(edges[state][i]);
                }
            }
        });
        return found.stream().map(labels::get).toList();
    }

    /**
     * Hidden steps that explain what was seen from {@code set} on: for each of {@code seen} those
     * in front of it, by name; of all explanations one with the fewest steps.
     */
    public List<List<String>> explain(int set, int[] seen) {
        return new Explanation(states, edges).of(sets.get(set), seen);
    }

    private int find(int set, int label) {
        BitSet behind = step(closure(sets.get(set)), label);
        int number = behind.isEmpty() ? NONE : number(behind);
        after.get(set)[label] = number;
        return number;
    }

    private BitSet step(BitSet from, int label) {
        BitSet behind = new BitSet();
        from.stream().forEach(state -> {
            for (int i = 0; i < edges[state].length; i += 3) {
                if (edges[state][i] == label) {
                    behind.set(edges[state][i + 1]);
                }
            }
        });
        return behind;
    }

    /** {@code set} and all behind hidden steps. */
    private BitSet closure(BitSet set) {
        BitSet closed = (BitSet) set.clone();
        int[] queue = new int[edges.length];
        int end = 0;
        for (int state = set.nextSetBit(0); state >= 0; state = set.nextSetBit(state + 1)) {
            queue[end++] = state;
        }
        for (int at = 0; at < end; at++) {
            int[] out = edges[queue[at]];
            for (int i = 0; i < out.length; i += 3) {
                if (out[i] == HIDDEN && !closed.get(out[i + 1])) {
                    closed.set(out[i + 1]);
                    queue[end++] = out[i + 1];
                }
            }
        }
        return closed;
    }

    private int number(BitSet set) {
        Integer known = numbers.get(set);
        if (known != null) {
            return known;
        }
        int[] unknown = new int[labels.size()];
        Arrays.fill(unknown, UNKNOWN);
        numbers.put(set, sets.size());
        sets.add(set);
        after.add(unknown);
        return sets.size() - 1;
    }
}
