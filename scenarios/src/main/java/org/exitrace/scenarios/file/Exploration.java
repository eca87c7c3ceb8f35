package org.exitrace.scenarios.file;

/**
 * How far all interleavings of a design are searched.
 *
 * @param order which states are visited first
 * @param mostStates how many distinct states are visited at most
 * @param mostDepth how many steps a schedule has at most
 */
public record Exploration(Order order, long mostStates, int mostDepth) {

    /** The search unless a file says otherwise: breadth-first, 50 million states, any depth. */
    public static final Exploration USUAL =
            new Exploration(Order.BREADTH_FIRST, 50_000_000, Integer.MAX_VALUE);

    /** Which states are visited first. */
    public enum Order {
        /** The nearest to the first state: counterexamples are shortest. */
        BREADTH_FIRST("breadth-first"),
        /** The newest. */
        DEPTH_FIRST("depth-first");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        /** As files write it. */
        @Override
        public String toString() {
            return label;
        }
    }
}
