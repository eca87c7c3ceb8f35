package org.exitrace.kvm.stations;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** How many are at each place. */
final class Places extends Region {

    private final CountCell cores;
    private final CountCell mailbox;
    private final CountCell turn;
    private final int mostCores;
    private final Mailbox lock;

    Places(CellScope scope, int travellers, int mostCores, Mailbox lock) {
        super(scope);
        cores = cells().count("cores", travellers);
        mailbox = cells().count("mailbox", travellers);
        turn = cells().count("turn", travellers);
        this.mostCores = mostCores;
        this.lock = lock;
    }

    boolean hasRoom(Place place) {
        return switch (place) {
            case OWN -> true;
            case CORE -> cores.get() < mostCores;
            case MAILBOX -> lock == Mailbox.OPEN || mailbox.is(0);
            case TURN -> turn.is(0);
        };
    }

    void enter(Place place) {
        if (place != Place.OWN) {
            cell(place).increment();
        }
    }

    void leave(Place place) {
        boolean isKept = place == Place.MAILBOX && lock == Mailbox.KEPT;
        if (place != Place.OWN && !isKept) {
            cell(place).decrement();
        }
    }

    /** Two commands are in the mailbox. */
    boolean isMixedUp() {
        return mailbox.get() > 1;
    }

    private CountCell cell(Place place) {
        return switch (place) {
            case CORE -> cores;
            case MAILBOX -> mailbox;
            default -> turn;
        };
    }
}
