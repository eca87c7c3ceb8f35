package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * The local APIC of one VTL of one virtual processor. Vectors are told apart by their priority
 * class alone: vector n is of class n + 1, and 0 is the priority that masks nothing.
 */
public final class Lapic extends Region {

    /** Vectors that were requested and not delivered. */
    public final BitsCell irr;
    /** Vectors that were delivered and not ended. */
    public final BitsCell isr;
    /** The class up to which vectors are masked. */
    public final CountCell tpr;
    /** RFLAGS.IF of the VTL. */
    public final FlagCell interruptFlag = cells().flag("rflags_if").initially(true);
    /** Somebody's request for a vector is over, and the vector still waits. */
    public final FlagCell due = ghost().flag("due");

    Lapic(CellScope scope, int vectors) {
        super(scope);
        irr = cells().bits("irr", vectors);
        isr = cells().bits("isr", vectors);
        tpr = cells().count("tpr", 0, vectors);
    }

    /** The highest vector that waits with a priority above PPR; -1 if none does. */
    public int deliverable() {
        int highest = highest(irr.get());
        return highest >= processorPriority() ? highest : -1;
    }

    /** Whether a vector waits whose priority is above PPR, whatever RFLAGS.IF says. */
    public boolean wants() {
        return deliverable() >= 0;
    }

    /** Delivers the vector that comes next, where one may come: part of an entry. */
    public boolean inject() {
        int vector = deliverable();
        boolean comes = vector >= 0 && interruptFlag.isSet();
        if (comes) {
            irr.remove(vector);
            isr.add(vector);
        }
        return comes;
    }

    /** EOI: ends the highest vector that was delivered. */
    public void end() {
        int vector = highest(isr.get());
        if (vector >= 0) {
            isr.remove(vector);
        }
    }

    private int processorPriority() {
        return Math.max(tpr.get(), highest(isr.get()) + 1);
    }

    private static int highest(long vectors) {
        return 63 - Long.numberOfLeadingZeros(vectors);
    }
}
