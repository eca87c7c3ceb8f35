package org.exitrace.engine.run;

import java.util.List;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/**
 * Holds the properties of a model against each state of one run: a part of a property is looked at
 * again only when a cell that it read has been written since.
 */
final class PropertyWatch {

    private final CellWatch watch;
    private final PropertyPart[] parts;
    private PropertyTally tally;

    /** Notes in {@code watch} what {@code parts} read. */
    PropertyWatch(CellWatch watch, List<PropertyPart> parts) {
        this.watch = watch;
        this.parts = parts.toArray(PropertyPart[]::new);
    }

    /** Has everything to look at that can still change; the state that is loaded is the first. */
    void begin(PropertyTally told) {
        tally = told;
        for (int i = 0; told.isAsked() && i < parts.length; i++) {
            if (parts[i].property().kind() != PropertyKind.AT_REST
                    && !told.isSettled(parts[i].place())) {
                watch.mark(watch.unitOfProperty(i));
            }
        }
    }

    /** Looks at the state behind step {@code number}, in which nobody may be able to act. */
    void look(long number, boolean isAtRest) {
        if (isAtRest) {
            paysAtRest();
        }
        for (int i = watch.nextProperty(); i >= 0; i = watch.nextProperty()) {
            PropertyPart part = parts[i];
            watch.startReading(watch.unitOfProperty(i));
            if (!tally.isSettled(part.place())) {
                lookAt(part, number, isAtRest);
            }
            if (tally.isSettled(part.place())) {
                watch.neverAgain();
            } else {
                watch.stopReading();
            }
        }
    }

    private void paysAtRest() {
        for (PropertyPart part : parts) {
            if (part.property().endsAtRest()) {
                tally.pays(part.place());
            }
        }
    }

    private void lookAt(PropertyPart part, long number, boolean isAtRest) {
        Property property = part.property();
        switch (property.kind()) {
            case ALWAYS, NEVER -> {
                if (part.forbidden().getAsBoolean()) {
                    tally.breaks(part.place(), number);
                }
            }
            case REACHABLE -> {
                if (property.conditionHolds()) {
                    tally.reaches(part.place());
                }
            }
            default -> {
                boolean isGiven = property.endsAtRest() ? isAtRest : property.conditionHolds();
                if (isGiven) {
                    tally.pays(part.place());
                } else if (property.triggerHolds()) {
                    tally.owes(part.place());
                }
            }
        }
    }
}
