package org.exitrace.kvm.vcpu;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/** {@code apic->pending_events}: one word with a bit for INIT and one for SIPI. */
public final class PendingEvents extends Region {

    private static final int INIT = 0;
    private static final int SIPI = 1;

    private final BitsCell events = cells().bits("pending_events", 2)
            .named("INIT", "SIPI");

    /** Declares the word in {@code scope}. */
    public PendingEvents(CellScope scope) {
        super(scope);
    }

    /** Whether INIT or SIPI is pending. */
    public boolean any() {
        return !events.isEmpty();
    }

    /** Whether an INIT is pending. */
    public boolean hasInit() {
        return events.has(INIT);
    }

    /** Whether a SIPI is pending. */
    public boolean hasSipi() {
        return events.has(SIPI);
    }

    /** What the sender of an INIT does: a plain store, which erases a pending SIPI. */
    public void storeInit() {
        events.become(1L << INIT);
    }

    /** What the sender of a SIPI does: an atomic or. */
    public void setSipi() {
        events.add(SIPI);
    }

    /** Forgets a SIPI: an atomic and. */
    public void clearSipi() {
        events.remove(SIPI);
    }

    /** Forgets both. */
    public void clear() {
        events.clear();
    }

    /** Takes INIT out and tells whether it was in: one atomic access. */
    public boolean testAndClearInit() {
        return events.testAndClear(INIT);
    }

    /** Takes SIPI out and tells whether it was in: one atomic access. */
    public boolean testAndClearSipi() {
        return events.testAndClear(SIPI);
    }
}
