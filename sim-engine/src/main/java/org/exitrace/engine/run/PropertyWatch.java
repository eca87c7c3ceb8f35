package org.exitrace.engine.run;

import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/**
 * Holds the properties of a model against each state of one run: a property is looked at again
 * only when a cell that it read has been written since.
 */
final class PropertyWatch {

    private final CellWatch watch;
    private PropertyTally tally;

    PropertyWatch(CellWatch watch) {
        this.watch = watch;
    }

    /** Has everything to look at that can still change; the state that is loaded is the first. */
    void begin(PropertyTally told) {
        tally = told;
        for (int i = 0; told.isAsked() && i < told.size(); i++) {
            if (told.get(i).kind() != PropertyKind.AT_REST && !told.isSettled(i)) {
                watch.mark(watch.unitOfProperty(i));
            }
        }
    }

    /** Looks at the state behind step {@code number}. */
    void look(long number) {
        for (int i = watch.nextProperty(); i >= 0; i = watch.nextProperty()) {
            watch.startReading(watch.unitOfProperty(i));
            lookAt(i, number);
            if (tally.isSettled(i)) {
                watch.neverAgain();
            } else {
                watch.stopReading();
            }
        }
    }

    private void lookAt(int place, long number) {
        Property property = tally.get(place);
        switch (property.kind()) {
            case ALWAYS, NEVER -> {
                if (property.isBrokenHere()) {
                    tally.breaks(place, number);
                }
            }
            case REACHABLE -> {
                if (property.conditionHolds()) {
                    tally.reaches(place);
                }
            }
            default -> {
                if (property.conditionHolds()) {
                    tally.pays(place);
                } else if (property.triggerHolds()) {
                    tally.owes(place);
                }
            }
        }
    }
}
