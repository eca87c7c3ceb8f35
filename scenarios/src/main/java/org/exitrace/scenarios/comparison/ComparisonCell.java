package org.exitrace.scenarios.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.explore.Witness;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.scenarios.family.FamilyColumn;
import org.exitrace.scenarios.family.FamilyRow;

/**
 * What is known of one property in the design of one column.
 *
 * @param row the property
 * @param column the design
 * @param state what is known, of all scenarios together
 * @param decided scenario by scenario, where the property applies
 * @param reasons why it does not apply to the other scenarios, in sentences
 */
public record ComparisonCell(FamilyRow row, FamilyColumn column, State state,
        List<Decided> decided, List<String> reasons) {

    /** Copies the lists. */
    public ComparisonCell {
        decided = List.copyOf(decided);
        reasons = List.copyOf(reasons);
    }

    /** What can be known. */
    public enum State {
        /** Every scenario to which it applies was searched exhaustively, or shown to reach it. */
        VERIFIED("verified"),
        /** Some scenario breaks it. */
        BROKEN("broken"),
        /** None breaks it as far as was seen, and not all was seen. */
        UNKNOWN("unknown"),
        /** No scenario has such a property in this design. */
        NOT_APPLICABLE("not applicable");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * What one scenario shows.
     *
     * @param search of the scenario
     * @param verdict what that found; empty where it was not begun
     */
    public record Decided(ComparedSearch search, Optional<PropertyVerdict> verdict) {

        /** Whether the property holds, is broken or undecided there. */
        public Outcome outcome() {
            return verdict.map(PropertyVerdict::outcome).orElse(Outcome.UNDECIDED);
        }

        /** The schedule that breaks it, or that reaches a {@code reachable} one. */
        public Optional<Witness> witness() {
            return verdict.flatMap(PropertyVerdict::witness);
        }

        private int length() {
            return witness().map(witness -> witness.once().size()).orElse(Integer.MAX_VALUE);
        }
    }

    static ComparisonCell of(FamilyRow row, FamilyColumn column, List<Decided> decided,
            List<String> reasons) {
        return new ComparisonCell(row, column, state(decided), decided, reasons);
    }

    private static State state(List<Decided> decided) {
        if (decided.isEmpty()) {
            return State.NOT_APPLICABLE;
        }
        List<Outcome> outcomes = new ArrayList<>();
        decided.forEach(each -> outcomes.add(each.outcome()));
        return outcomes.contains(Outcome.BROKEN) ? State.BROKEN
                : outcomes.contains(Outcome.UNDECIDED) ? State.UNKNOWN : State.VERIFIED;
    }

    /** Whether it holds, in scenarios of which some never get to where they shall. */
    public boolean stopsEarly() {
        return state == State.VERIFIED && row.property().kind() != PropertyKind.REACHABLE
                && decided.stream().anyMatch(each -> !each.search().unreached().isEmpty());
    }

    /** The scenario that breaks it by the shortest schedule, the first of several. */
    public Optional<Decided> broken() {
        return decided.stream().filter(each -> each.outcome() == Outcome.BROKEN)
                .min(Comparator.comparingInt(Decided::length));
    }
}
