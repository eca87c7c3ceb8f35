package org.exitrace.engine.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/**
 * Holds the properties of a model against each state of one run.
 *
 * <p>A property is looked at again only when a cell that it read has been written since.
 */
final class PropertyWatch {

    private final Property[] properties;
    private final CellWatch watch;
    private final RunObserver[] observers;
    private final Map<Property, Long> broken = new LinkedHashMap<>();
    private final Set<Property> reached = new LinkedHashSet<>();
    private final Set<Property> owed = new LinkedHashSet<>();
    private boolean anyBroken;

    PropertyWatch(Model model, CellWatch watch, RunObserver[] observers) {
        List<Property> all = model.properties();
        this.properties = all.toArray(Property[]::new);
        this.watch = watch;
        this.observers = observers;
    }

    /** Has everything to look at; the state that is loaded is the first. */
    void begin() {
        for (int i = 0; i < properties.length; i++) {
            if (properties[i].kind() != PropertyKind.AT_REST) {
                watch.mark(watch.unitOfProperty(i));
            }
        }
    }

    /** Looks at the state behind step {@code number}. */
    void look(long number) {
        for (int i = watch.nextProperty(); i >= 0; i = watch.nextProperty()) {
            watch.startReading(watch.unitOfProperty(i));
            if (isSettledBy(properties[i], number)) {
                watch.neverAgain();
            } else {
                watch.stopReading();
            }
        }
    }

    /** Whether nothing that comes can change what is known of the property. */
    private boolean isSettledBy(Property property, long number) {
        switch (property.kind()) {
            case ALWAYS, NEVER -> {
                if (property.isBrokenHere()) {
                    breaks(property, number);
                    return true;
                }
                return false;
            }
            case REACHABLE -> {
                return property.conditionHolds() && reached.add(property);
            }
            default -> {
                lookAtDebt(property);
                return false;
            }
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
        for (int i = 0; i < properties.length; i++) {
            if (properties[i].kind() == PropertyKind.AT_REST) {
                watch.startReading(watch.unitOfProperty(i));
                boolean kept = properties[i].conditionHolds();
                watch.stopReading();
                if (!kept) {
                    breaks(properties[i], number);
                }
            }
        }
        for (Property property : owed) {
            breaks(property, number);
        }
        owed.clear();
    }

    private void breaks(Property property, long number) {
        anyBroken = true;
        broken.put(property, number);
        for (RunObserver observer : observers) {
            observer.broken(property, number);
        }
    }

    boolean isBroken() {
        return anyBroken;
    }

    RunResult result(RunEnd end, long steps, long endNs, long fingerprint) {
        return new RunResult(end, steps, endNs, broken, reached, owed, fingerprint);
    }
}
