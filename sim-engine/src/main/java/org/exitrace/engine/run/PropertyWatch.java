package org.exitrace.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/** Holds the properties of a model against each state of one run. */
final class PropertyWatch {

    private final List<Property> always = new ArrayList<>();
    private final List<Property> reachable = new ArrayList<>();
    private final List<Property> eventually = new ArrayList<>();
    private final List<Property> atRest = new ArrayList<>();
    private final Map<Property, Long> broken = new LinkedHashMap<>();
    private final Set<Property> reached = new LinkedHashSet<>();
    private final Set<Property> owed = new LinkedHashSet<>();
    private final List<RunObserver> observers;

    PropertyWatch(Model model, List<RunObserver> observers) {
        this.observers = observers;
        for (Property property : model.properties()) {
            switch (property.kind()) {
                case ALWAYS, NEVER -> always.add(property);
                case REACHABLE -> reachable.add(property);
                case EVENTUALLY -> eventually.add(property);
                case AT_REST -> atRest.add(property);
                default -> throw new IllegalStateException(property.kind().toString());
            }
        }
    }

    /** Looks at the state behind step {@code number}. */
    void look(long number) {
        for (int i = 0; i < always.size(); i++) {
            Property property = always.get(i);
            if (property.isBrokenHere()) {
                breaks(property, number);
            }
        }
        for (int i = 0; i < reachable.size(); i++) {
            if (reachable.get(i).conditionHolds()) {
                reached.add(reachable.get(i));
            }
        }
        for (int i = 0; i < eventually.size(); i++) {
            lookAtDebt(eventually.get(i));
        }
    }

    private void lookAtDebt(Property property) {
        if (property.conditionHolds()) {
            owed.remove(property);
        } else if (property.triggerHolds()) {
            owed.add(property);
        }
    }

    /** Looks at the state behind step {@code number}, in which nobody can take a step. */
    void lookAtRest(long number) {
        for (Property property : atRest) {
            if (!property.conditionHolds()) {
                breaks(property, number);
            }
        }
        for (Property property : owed) {
            breaks(property, number);
        }
        owed.clear();
    }

    private void breaks(Property property, long number) {
        if (broken.putIfAbsent(property, number) == null) {
            observers.forEach(observer -> observer.broken(property, number));
        }
    }

    boolean isBroken() {
        return !broken.isEmpty();
    }

    RunResult result(RunEnd end, long steps, long endNs, long fingerprint) {
        return new RunResult(end, steps, endNs, broken, reached, owed, fingerprint);
    }

    /** Whether the property is one that a single state can break. */
    static boolean isOfStates(Property property) {
        return property.kind() == PropertyKind.ALWAYS || property.kind() == PropertyKind.NEVER;
    }
}
