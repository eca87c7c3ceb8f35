package org.exitrace.engine.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/** What one run has shown so far of the properties of its model, each by its place. */
final class PropertyTally {

    private final Property[] properties;
    private final boolean asked;
    private final RunObserver[] observers;
    private final Map<Property, Long> broken = new LinkedHashMap<>();
    private final Set<Property> reached = new LinkedHashSet<>();
    private final Set<Property> owed = new LinkedHashSet<>();
    private final boolean[] settled;
    private final boolean[] owing;
    private boolean anyBroken;

    /** Of the properties of {@code model}; nothing is found out unless they are {@code asked}. */
    PropertyTally(Model model, boolean asked, RunObserver[] observers) {
        this.properties = model.properties().toArray(Property[]::new);
        this.asked = asked;
        this.observers = observers;
        this.settled = new boolean[properties.length];
        this.owing = new boolean[properties.length];
    }

    /** Whether the run is to hold properties against its states. */
    boolean isAsked() {
        return asked;
    }

    int size() {
        return properties.length;
    }

    Property get(int place) {
        return properties[place];
    }

    /** Whether nothing that comes can change what is known of the property. */
    boolean isSettled(int place) {
        return settled[place];
    }

    /** The state behind step {@code number} breaks it. */
    void breaks(int place, long number) {
        if (settled[place]) {
            return;
        }
        settled[place] = true;
        tellBroken(properties[place], number);
    }

    /** Its condition holds, which was to be reached. */
    void reaches(int place) {
        if (!settled[place]) {
            settled[place] = true;
            reached.add(properties[place]);
        }
    }

    /** From here on it is owed. */
    void owes(int place) {
        if (!owing[place]) {
            owing[place] = true;
            owed.add(properties[place]);
        }
    }

    /** What was owed, if it was, is given. */
    void pays(int place) {
        if (owing[place]) {
            owing[place] = false;
            owed.remove(properties[place]);
        }
    }

    /**
     * Nobody can take a step behind step {@code number}, whose state is loaded: looks at what is
     * promised of such a state, and what is owed is broken.
     */
    void comesToRest(long number) {
        for (int i = 0; i < properties.length; i++) {
            if (properties[i].kind() == PropertyKind.AT_REST && !properties[i].conditionHolds()) {
                breaks(i, number);
            }
        }
        for (Property property : owed) {
            tellBroken(property, number);
        }
        owed.clear();
    }

    private void tellBroken(Property property, long number) {
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
