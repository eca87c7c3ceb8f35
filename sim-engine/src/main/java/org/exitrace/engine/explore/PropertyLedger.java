package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/** What the states that were found say of the properties; whatever is settled is not asked again. */
final class PropertyLedger {

    private final List<Property> all;
    private final GuardWatch watch;
    private final Map<Property, PropertyVerdict> settled = new LinkedHashMap<>();
    private Property[] ofStates;
    private Property[] toReach;
    private Property[] atRest;
    private final List<Property> eventually;
    private boolean broken;

    PropertyLedger(Model model, GuardWatch watch) {
        this.all = model.properties();
        this.watch = watch;
        this.ofStates = select(PropertyKind.ALWAYS, PropertyKind.NEVER);
        this.toReach = select(PropertyKind.REACHABLE, PropertyKind.REACHABLE);
        this.atRest = select(PropertyKind.AT_REST, PropertyKind.AT_REST);
        this.eventually = List.of(select(PropertyKind.EVENTUALLY, PropertyKind.EVENTUALLY));
    }

    private Property[] select(PropertyKind one, PropertyKind other) {
        return all.stream().filter(p -> p.kind() == one || p.kind() == other)
                .toArray(Property[]::new);
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

    /** Looks at a new state, which is loaded; {@code path} leads there. */
    void look(Supplier<Witness> path) {
        Property[] asked = ofStates;
        for (Property property : asked) {
            watch.asks(property);
            if (property.isBrokenHere()) {
                ofStates = without(ofStates, property);
                breaks(property, path.get(), "a state breaks it");
            }
        }
        asked = toReach;
        for (Property property : asked) {
            watch.asks(property);
            if (property.conditionHolds()) {
                toReach = without(toReach, property);
                settle(property, Outcome.HOLDS, path.get(), "reached");
            }
        }
        watch.asksNobody();
    }

    /** Looks at a state in which nobody can take a step; it is loaded. */
    void lookAtRest(Model model, Supplier<Witness> path) {
        Property[] asked = atRest;
        for (Property property : asked) {
            watch.asks(property);
            if (!property.conditionHolds()) {
                atRest = without(atRest, property);
                breaks(property, path.get(), reasonAtRest(property, model));
            }
        }
        watch.asksNobody();
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

    private static Property[] without(Property[] some, Property gone) {
        return java.util.Arrays.stream(some).filter(p -> p != gone).toArray(Property[]::new);
    }
}
