package org.exitrace.engine.explore;

import java.util.List;
import org.exitrace.engine.property.Property;

/**
 * The states of a breadth-first search and the steps between them, kept for properties that no
 * single state can break. States bear the numbers in which they were found.
 *
 * <p>Memory, on top of the search: per state 4 bytes for its edges, 5 to 8 for its number in the
 * fingerprint set and 2 for every eight {@code eventually} properties; per transition 6 bytes.
 */
final class StateGraph implements Ways {

    private static final int PER_CHAR = 8;

    private final List<Property> properties;
    private final int[] places;
    private final IntLog begins = new IntLog();
    private final IntLog targets = new IntLog();
    private final CharLog steps = new CharLog();
    private final CharLog marks = new CharLog();
    private final int marksPerState;
    private int states;

    /** A graph for some of all properties. */
    StateGraph(List<Property> properties, List<Property> all) {
        this.properties = properties;
        this.places = properties.stream().mapToInt(all::indexOf).toArray();
        this.marksPerState = (properties.size() + PER_CHAR - 1) / PER_CHAR;
    }

    /** Notes of a new state, which is loaded, what it says of each property. */
    void state(GuardWatch watch) {
        for (int first = 0; first < properties.size(); first += PER_CHAR) {
            int mark = 0;
            int last = Math.min(properties.size(), first + PER_CHAR);
            for (int i = first; i < last; i++) {
                watch.asks(places[i]);
                int goal = properties.get(i).conditionHolds() ? 1 : 0;
                int trigger = goal == 0 && properties.get(i).triggerHolds() ? 2 : 0;
                mark |= (goal | trigger) << 2 * (i - first);
            }
            marks.add(mark);
        }
        watch.asksNobody();
    }

    /** Notes that a step leads from one state to another; in the order of {@code from}. */
    void edge(int from, int to, int step) {
        if (targets.size() == Integer.MAX_VALUE) {
            throw new IllegalStateException("more than 2,147,483,647 transitions do not fit the"
                    + " graph that an 'eventually' needs; bound the search or drop the property");
        }
        openUpTo(from);
        targets.add(to);
        steps.add(step);
    }

    /** Ends it: the edges of the first {@code count} states are complete, others do not count. */
    void close(long count) {
        states = (int) count;
        openUpTo(states);
    }

    private void openUpTo(int state) {
        while (begins.size() <= state) {
            begins.add((int) targets.size());
        }
    }

    List<Property> properties() {
        return properties;
    }

    /** How many states have all their edges here. */
    @Override
    public int states() {
        return states;
    }

    @Override
    public int begin(int state) {
        return begins.get(state);
    }

    @Override
    public int target(int edge) {
        return targets.get(edge);
    }

    int step(int edge) {
        return steps.get(edge);
    }

    /** Whether {@code state} pays the debt of the {@code property}-th property. */
    boolean pays(int state, int property) {
        return (mark(state, property) & 1) != 0;
    }

    /** Whether {@code state} opens a debt of the {@code property}-th property. */
    boolean owes(int state, int property) {
        return (mark(state, property) & 2) != 0;
    }

    private int mark(int state, int property) {
        return marks.get((long) state * marksPerState + property / PER_CHAR)
                >> 2 * (property % PER_CHAR);
    }

    long chunkBytes() {
        return 2 * (IntLog.CHUNK_BYTES + CharLog.CHUNK_BYTES);
    }

    long bytes() {
        return begins.bytes() + targets.bytes() + steps.bytes() + marks.bytes();
    }
}
