package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.property.Property;

/** What one state says of the properties of a model, as far as a run can learn from it. */
final class StateNotes {

    private static final int[] NONE = {};
    private static final StateNotes NOTHING = new StateNotes(NONE, NONE, NONE, NONE);

    private final int[] broken;
    private final int[] reached;
    private final int[] owed;
    private final int[] paid;

    private StateNotes(int[] broken, int[] reached, int[] owed, int[] paid) {
        this.broken = broken;
        this.reached = reached;
        this.owed = owed;
        this.paid = paid;
    }

    /** Of the state that is loaded. */
    static StateNotes take(PropertyTally tally) {
        int[] broken = NONE;
        int[] reached = NONE;
        int[] owed = NONE;
        int[] paid = NONE;
        for (int i = 0; i < tally.size(); i++) {
            Property property = tally.get(i);
            switch (property.kind()) {
                case ALWAYS, NEVER -> broken = property.isBrokenHere() ? with(broken, i) : broken;
                case REACHABLE ->
                    reached = property.conditionHolds() ? with(reached, i) : reached;
                case AT_REST -> { }
                default -> {
                    if (property.conditionHolds()) {
                        paid = with(paid, i);
                    } else if (property.triggerHolds()) {
                        owed = with(owed, i);
                    }
                }
            }
        }
        boolean any = broken.length + reached.length + owed.length + paid.length > 0;
        return any ? new StateNotes(broken, reached, owed, paid) : NOTHING;
    }

    private static int[] with(int[] places, int place) {
        int[] longer = Arrays.copyOf(places, places.length + 1);
        longer[places.length] = place;
        return longer;
    }

    /** Tells them to {@code tally}, as seen behind step {@code number}. */
    void tell(PropertyTally tally, long number) {
        if (this == NOTHING) {
            return;
        }
        for (int place : broken) {
            tally.breaks(place, number);
        }
        for (int place : reached) {
            tally.reaches(place);
        }
        for (int place : paid) {
            tally.pays(place);
        }
        for (int place : owed) {
            tally.owes(place);
        }
    }
}
