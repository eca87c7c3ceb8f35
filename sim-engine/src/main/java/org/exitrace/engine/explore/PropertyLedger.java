package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/** What the states that were found say of the properties; what is settled is not asked again. */
final class PropertyLedger {

    private final List<Property> all;
    private final GuardWatch watch;
    private final Map<Property, PropertyVerdict> settled = new LinkedHashMap<>();
    private final StateConditions conditions;
    private final List<Property> atRest;
    private final List<Property> eventually;
    private final Supplier<Witness> path;
    private final Consumer<Property> settles = this::settledHere;
    private boolean broken;

    /** Of some of {@code model}; {@code path} leads to the state that is looked at. */
    PropertyLedger(Model model, Predicate<Property> looksAt, GuardWatch watch,
            Supplier<Witness> path) {
        this.path = path;
        this.all = model.properties().stream().filter(looksAt).toList();
        this.watch = watch;
        this.conditions = new StateConditions(model, looksAt, watch);
        this.atRest = select(PropertyKind.AT_REST);
        this.eventually = select(PropertyKind.EVENTUALLY);
    }

    private List<Property> select(PropertyKind kind) {
        return all.stream().filter(property -> property.kind() == kind).toList();
    }

    List<Property> eventually() {
        return eventually;
    }

    /** Whether a new state has to be loaded to be looked at. */
    boolean looksAtStates() {
        return !conditions.isEmpty() || !eventually.isEmpty();
    }

    boolean isBroken() {
        return broken;
    }

    /** Looks at a new state, which is loaded and differs from the one before in some words. */
    void look(long changed) {
        conditions.look(changed, settles);
    }

    private void settledHere(Property property) {
        if (property.kind() == PropertyKind.REACHABLE) {
            settle(property, Outcome.HOLDS, path.get(), "reached");
        } else {
            breaks(property, path.get(), "a state breaks it");
        }
    }

    /** Looks at a state in which nobody can take a step; it is loaded. */
    void lookAtRest(Model model) {
        for (Property property : atRest) {
            if (settled.containsKey(property)) {
                continue;
            }
            watch.asks(model.properties().indexOf(property));
            boolean holds = property.conditionHolds();
            watch.asksNobody();
            if (!holds) {
                breaks(property, path.get(), reasonAtRest(property, model));
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
}
