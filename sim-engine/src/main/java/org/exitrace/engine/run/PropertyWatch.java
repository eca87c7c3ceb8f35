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
    private LearnedSteps learned;
    private StepLesson lesson;
    private int firstTree;

    /** Notes in {@code watch} what {@code parts} read. */
    PropertyWatch(CellWatch watch, List<PropertyPart> parts) {
        this.watch = watch;
        this.parts = parts.toArray(PropertyPart[]::new);
    }

    /** Keeps in {@code trees}, from the {@code from}-th on, what lessons show of each part. */
    void learn(LearnedSteps trees, StepLesson lessons, int from) {
        learned = trees;
        lesson = lessons;
        firstTree = from;
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
            if (learned != null && isAllowed(i, part)) {
                continue;
            }
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

    /** Whether it is known, or shows now, that the part does not forbid this state. */
    private boolean isAllowed(int index, PropertyPart part) {
        PropertyKind kind = part.property().kind();
        if (kind != PropertyKind.NEVER && kind != PropertyKind.ALWAYS
                || tally.isSettled(part.place())) {
            return false;
        }
        LearnedStep known = learned.find(firstTree + index);
        if (known == null && learned.isToLearn()) {
            known = lesson.askWhetherAllowed(part.forbidden());
            if (known != null) {
                learned.learn(firstTree + index, lesson, known);
            }
        }
        if (known != null) {
            watch.hasRead(watch.unitOfProperty(index), known.asked);
        }
        return known != null;
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
