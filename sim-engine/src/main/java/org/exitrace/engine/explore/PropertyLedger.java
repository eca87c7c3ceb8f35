package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.state.Frame;

/** What the states that were found say of the properties; whatever is settled is not asked again. */
final class PropertyLedger {

    private final List<Property> all;
    private final GuardWatch watch;
    private final Map<Property, PropertyVerdict> settled = new LinkedHashMap<>();
    private Asked[] ofStates;
    private Asked[] toReach;
    private Asked[] atRest;
    private final List<Property> eventually;
    private boolean broken;

    PropertyLedger(Model model, GuardWatch watch) {
        this.all = model.properties();
        this.watch = watch;
        this.ofStates = select(PropertyKind.ALWAYS, PropertyKind.NEVER);
        this.toReach = select(PropertyKind.REACHABLE, PropertyKind.REACHABLE);
        this.atRest = select(PropertyKind.AT_REST, PropertyKind.AT_REST);
        this.eventually = all.stream()
                .filter(property -> property.kind() == PropertyKind.EVENTUALLY).toList();
    }

    private Asked[] select(PropertyKind one, PropertyKind other) {
        return all.stream().filter(p -> p.kind() == one || p.kind() == other)
                .map(p -> new Asked(p, all.indexOf(p))).toArray(Asked[]::new);
    }

    List<Property> eventually() {
        return eventually;
    }

    /** Whether a new state has to be loaded to be looked at. */
    boolean looksAtStates() {
        return ofStates.length + toReach.length + eventually.size() > 0;
    }

    boolean isBroken() {
        return broken;
    }

    /**
     * Looks at a new state, which is loaded; {@code path} leads there. A condition is asked only
     * if it was ever seen to read a word that {@code changed} since the state before, of which the
     * answer is known: whoever answered otherwise there is settled.
     */
    void look(long changed, Frame frame, Supplier<Witness> path) {
        for (Asked asked : ofStates) {
            if ((asked.reads & changed) != 0 && asked.isBroken(frame, watch)) {
                ofStates = without(ofStates, asked.property);
                breaks(asked.property, path.get(), "a state breaks it");
            }
        }
        for (Asked asked : toReach) {
            if ((asked.reads & changed) != 0 && asked.holds(frame, watch)) {
                toReach = without(toReach, asked.property);
                settle(asked.property, Outcome.HOLDS, path.get(), "reached");
            }
        }
    }

    /** Looks at a state in which nobody can take a step; it is loaded. */
    void lookAtRest(Model model, Supplier<Witness> path) {
        for (Asked asked : atRest) {
            if (!asked.holds(model.frame(), watch)) {
                atRest = without(atRest, asked.property);
                breaks(asked.property, path.get(), reasonAtRest(asked.property, model));
            }
        }
    }

    private static String reasonAtRest(Property property, Model model) {
        return property.id().equals(Property.DEADLOCK)
                ? "nobody can step; " + String.join(", ", model.waiting()) + " waits for ever"
                : "a state at rest breaks it";
    }

    void breaks(Property property, Witness witness, String why) {
        broken = true;
        settle(property, Outcome.BROKEN, witness, why);
    }

    private void settle(Property property, Outcome outcome, Witness witness, String why) {
        settled.put(property,
                new PropertyVerdict(property, outcome, Optional.of(witness), why));
    }

    /** All verdicts in the order of declaration, now that the search is over. */
    List<PropertyVerdict> verdicts(ExplorationEnd end, boolean lassosSought) {
        List<PropertyVerdict> verdicts = new ArrayList<>();
        for (Property property : all) {
            PropertyVerdict verdict = settled.get(property);
            verdicts.add(verdict != null ? verdict : unsettled(property, end, lassosSought));
        }
        return List.copyOf(verdicts);
    }

    private static PropertyVerdict unsettled(
            Property property, ExplorationEnd end, boolean lassosSought) {
        if (end != ExplorationEnd.EXHAUSTED) {
            return verdict(property, Outcome.UNDECIDED, "the search was not exhaustive: " + end);
        }
        return switch (property.kind()) {
            case REACHABLE -> verdict(property, Outcome.BROKEN, "no state reaches it");
            case EVENTUALLY -> lassosSought
                    ? verdict(property, Outcome.HOLDS, "no fair schedule withholds it for ever")
                    : verdict(property, Outcome.UNDECIDED,
                            "only a breadth-first search looks for schedules without end");
            case AT_REST -> verdict(property, Outcome.HOLDS, "all states at rest keep it");
            default -> verdict(property, Outcome.HOLDS, "all states keep it");
        };
    }

    private static PropertyVerdict verdict(Property property, Outcome outcome, String why) {
        return new PropertyVerdict(property, outcome, Optional.empty(), why);
    }

    private static Asked[] without(Asked[] some, Property gone) {
        return Arrays.stream(some).filter(a -> a.property != gone).toArray(Asked[]::new);
    }

    /** A property and the words that its condition was ever seen to read. */
    private static final class Asked {

        final Property property;
        final int place;
        long reads = -1;
        private boolean seen;

        Asked(Property property, int place) {
            this.property = property;
            this.place = place;
        }

        boolean isBroken(Frame frame, GuardWatch watch) {
            watch.asks(place);
            frame.takeReads();
            boolean broken = property.isBrokenHere();
            note(frame);
            watch.asksNobody();
            return broken;
        }

        boolean holds(Frame frame, GuardWatch watch) {
            watch.asks(place);
            frame.takeReads();
            boolean holds = property.conditionHolds();
            note(frame);
            watch.asksNobody();
            return holds;
        }

        private void note(Frame frame) {
            reads = seen ? reads | frame.takeReads() : frame.takeReads();
            seen = true;
        }
    }
}
