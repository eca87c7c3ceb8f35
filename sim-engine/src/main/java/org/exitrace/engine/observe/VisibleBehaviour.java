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
    private static final int HIDDEN = -1;

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
        closure(sets.get(set), null).stream().forEach(state -> {
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
     * in front of it, by name. Fewest before each label, going back from the last.
     */
    public List<List<String>> explain(int set, int[] seen) {
        List<int[]> ways = new ArrayList<>();
        List<int[]> entered = new ArrayList<>();
        BitSet now = sets.get(set);
        for (int label : seen) {
            int[] way = new int[edges.length];
            BitSet closed = closure(now, way);
            int[] by = new int[edges.length];
            Arrays.fill(by, HIDDEN);
            now = step(closed, label, by);
            ways.add(way);
            entered.add(by);
        }
        List<List<String>> explained = new ArrayList<>();
        int state = now.nextSetBit(0);
        for (int i = seen.length - 1; i >= 0; i--) {
            Edge visible = states.edges().get(entered.get(i)[state]);
            state = visible.from();
            List<String> hidden = new ArrayList<>();
            for (int way = ways.get(i)[state]; way != HIDDEN; way = ways.get(i)[state]) {
                hidden.add(0, states.edges().get(way).name());
                state = states.edges().get(way).from();
            }
            explained.add(0, hidden);
        }
        return explained;
    }

    private int find(int set, int label) {
        BitSet behind = step(closure(sets.get(set), null), label, null);
        int number = behind.isEmpty() ? NONE : number(behind);
        after.get(set)[label] = number;
        return number;
    }

    /** The states behind {@code label}; {@code by} gets the edge by which each was entered. */
    private BitSet step(BitSet from, int label, int[] by) {
        BitSet behind = new BitSet();
        from.stream().forEach(state -> {
            for (int i = 0; i < edges[state].length; i += 3) {
                if (edges[state][i] == label && !behind.get(edges[state][i + 1])) {
                    behind.set(edges[state][i + 1]);
                    if (by != null) {
                        by[edges[state][i + 1]] = edges[state][i + 2];
                    }
                }
            }
        });
        return behind;
    }

    /** {@code set} and all behind hidden steps; {@code way} gets the edge to each, or HIDDEN. */
    private BitSet closure(BitSet set, int[] way) {
        if (way != null) {
            Arrays.fill(way, HIDDEN);
        }
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
                    if (way != null) {
                        way[out[i + 1]] = out[i + 2];
                    }
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
