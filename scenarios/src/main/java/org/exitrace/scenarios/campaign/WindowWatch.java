package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.explore.Fate;
import org.exitrace.engine.explore.Outlook;
import org.exitrace.engine.step.Step;

/** Follows the race for one property through one run. */
final class WindowWatch {

    private static final long NEVER = -1;

    private final Outlook outlook;
    private final int property;
    /** Kept until the run has ended: one that is cut short does not count. */
    private final List<Consumer<WindowTally>> kept = new ArrayList<>();
    private WindowTally tally;
    private int place;
    private Fate fate;
    private boolean vulnerable;
    private long sinceNs;
    private long decidedNs;
    private long windowNs;
    private long sealedNs;

    /** Of the {@code property}-th property of {@code outlook}. */
    WindowWatch(Outlook outlook, int property) {
        this.outlook = outlook;
        this.property = property;
    }

    /** A run begins in {@code state}. */
    void begin(int state, WindowTally wanted) {
        tally = wanted;
        kept.clear();
        place = outlook.place(property, -1, state);
        fate = outlook.fate(property, place);
        vulnerable = outlook.isVulnerable(property, place);
        sinceNs = 0;
        decidedNs = NEVER;
        windowNs = vulnerable ? 0 : NEVER;
        sealedNs = NEVER;
    }

    /** {@code step} was taken as one of run {@code number}, and leads to {@code state}. */
    void stepped(Step step, int state, long number, long atNs) {
        if (fate != Fate.OPEN) {
            return;
        }
        place = outlook.place(property, place, state);
        Fate next = outlook.fate(property, place);
        boolean wasVulnerable = vulnerable;
        vulnerable = next == Fate.OPEN && outlook.isVulnerable(property, place);
        if (vulnerable && !wasVulnerable) {
            sinceNs = atNs;
            windowNs = Math.max(0, windowNs);
            kept.add(all -> all.opened(step.fullName()));
        }
        if (wasVulnerable && !vulnerable) {
            windowNs += atNs - sinceNs;
            if (next != Fate.LOST) {
                kept.add(all -> all.closed(step.fullName()));
            }
        }
        if (next != Fate.OPEN) {
            decidedNs = atNs;
        }
        if (next == Fate.LOST) {
            sealedNs = atNs;
            kept.add(all -> all.lost(step.fullName(), number));
        }
        fate = next;
    }

    /** The property broke, at that time. */
    void broke(long atNs) {
        if (sealedNs != NEVER) {
            long behindNs = atNs - sealedNs;
            kept.add(all -> all.broke(behindNs));
            sealedNs = NEVER;
        }
    }

    /** The run is over, at that time; what is open then was open until then. */
    void ended(long endNs) {
        kept.forEach(each -> each.accept(tally));
        tally.ran(fate == Fate.OPEN ? endNs : decidedNs,
                fate == Fate.OPEN && vulnerable ? windowNs + endNs - sinceNs : windowNs);
    }
}
