package org.exitrace.vtl.state;

import java.util.Set;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.InitDrop;

/**
 * The local APIC of one VTL of one virtual processor. Vectors are told apart by their priority
 * class alone: vector n is of class n + 1, and 0 is the priority that masks nothing. Where a script
 * sends NMIs, one more bit behind the vectors stands for them, which nothing masks but an NMI that
 * was not ended.
 */
public final class Lapic extends Region {

    /** In place of a vector: an NMI. */
    public static final int NMI = -1;
    /** In place of a vector: INIT. */
    public static final int INIT = -2;
    /** In place of a vector: SIPI. */
    public static final int SIPI = -3;

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

    private final int id;
    private final int vectors;
    private final LogicalId logical;
    private final AutoEoi autoEoi;
    private final FlagCell disabled;
    private final StartupIpis startup;

    Lapic(CellScope scope, int id, int vectors, Set<Feature> features, boolean bypassesAutoEoi,
            InitDrop drop) {
        super(scope);
        this.id = id;
        this.vectors = vectors;
        boolean hasNmis = features.contains(Feature.NMIS);
        logical = features.contains(Feature.LOGICAL_IDS)
                ? new LogicalId(scope.in("logical"), id) : null;
        autoEoi = features.contains(Feature.AUTO_EOI)
                ? new AutoEoi(scope.in("auto_eoi"), vectors, bypassesAutoEoi) : null;
        disabled = features.contains(Feature.APIC_SWITCHES) ? cells().flag("disabled") : null;
        startup = features.contains(Feature.STARTUP_IPIS)
                ? new StartupIpis(scope.in("startup"), drop) : null;
        irr = cells().bits("irr", hasNmis ? vectors + 1 : vectors);
        isr = cells().bits("isr", hasNmis ? vectors + 1 : vectors);
        tpr = cells().count("tpr", 0, vectors);
    }

    /** It is as it was at first. */
    void resets() {
        irr.clear();
        isr.clear();
        tpr.clear();
        due.clear();
        interruptFlag.raise();
        if (logical != null) {
            logical.resets();
        }
        if (autoEoi != null) {
            autoEoi.resets();
        }
        if (disabled != null) {
            disabled.clear();
        }
    }

    /** Its id, which all of its virtual processor have. */
    public int id() {
        return id;
    }

    /** Its logical id; null in a machine whose guest writes no logical destination. */
    public LogicalId logical() {
        return logical;
    }

    /** INIT and SIPI of it; null in a machine whose guest sends none to who runs. */
    public StartupIpis startup() {
        return startup;
    }

    /**
     * Requests {@code vector}, {@link #NMI}, {@link #INIT} or {@link #SIPI}, of which a vector
     * alone is not accepted while it is disabled.
     */
    public void request(int vector) {
        if (vector == INIT) {
            startup.takesInit();
        } else if (vector == SIPI) {
            startup.takesSipi();
        } else if (vector == NMI) {
            irr.add(vectors);
        } else if (!isDisabled()) {
            irr.add(vector);
        }
    }

    /** Whether its VTL has disabled it; what it has accepted before stays. */
    public boolean isDisabled() {
        return disabled != null && disabled.isSet();
    }

    /** It is enabled or disabled; whether that is a change. */
    public boolean becomes(boolean isEnabled) {
        boolean changes = isEnabled == disabled.isSet();
        disabled.become(!isEnabled);
        return changes;
    }

    /** An NMI was delivered and is not ended. */
    public boolean isInNmi() {
        return isr.get() >> vectors != 0;
    }

    /** IRET: ends the NMI that was delivered. */
    public void endNmi() {
        isr.become(masked(isr.get()));
    }

    /** The highest vector that waits with a priority above PPR; -1 if none does. */
    public int deliverable() {
        if (irr.get() >> vectors != 0 && !isInNmi()) {
            return vectors;
        }
        int highest = highest(masked(irr.get()));
        return highest >= processorPriority() ? highest : -1;
    }

    /** Whether a vector waits whose priority is above PPR, whatever RFLAGS.IF says. */
    public boolean wants() {
        return deliverable() >= 0;
    }

    /** Delivers the vector that comes next, where one may come: part of an entry. */
    public boolean inject() {
        int vector = deliverable();
        boolean comes = vector >= 0 && canTake(vector);
        if (comes) {
            irr.remove(vector);
            if (autoEoi == null || vector == vectors || !autoEoi.delivers(vector)) {
                isr.add(vector);
            }
        }
        return comes;
    }

    /** Whether RFLAGS.IF lets the one that comes next in. */
    public boolean isOpen() {
        return wants() && canTake(deliverable());
    }

    private boolean canTake(int vector) {
        if (startup != null && startup.isWaiting()) {
            return false;
        }
        return vector == vectors
                || interruptFlag.isSet() && (autoEoi == null || autoEoi.isIdle());
    }

    /** From now on these vectors are ended as they are delivered, and no others. */
    void endsAtOnce(long ended) {
        autoEoi.ends(ended);
    }

    /** Whether {@code vector} was delivered, and is not ended or its handler has not begun. */
    public boolean isDelivered(int vector) {
        return isr.has(vector) || autoEoi != null && autoEoi.has(vector);
    }

    /** The handler of {@code vector} begins; whether it is one that was ended before. */
    public boolean begins(int vector) {
        boolean isEnded = autoEoi != null && autoEoi.has(vector);
        if (isEnded) {
            autoEoi.begins(vector);
        }
        return isEnded;
    }

    /** EOI: ends the highest vector that was delivered. */
    public void end() {
        int vector = highest(masked(isr.get()));
        if (vector >= 0) {
            isr.remove(vector);
        }
    }

    private int processorPriority() {
        return Math.max(tpr.get(), highest(masked(isr.get())) + 1);
    }

    /** Those that can be masked. */
    private long masked(long events) {
        return events & (1L << vectors) - 1;
    }

    private static int highest(long vectors) {
        return 63 - Long.numberOfLeadingZeros(vectors);
    }
}
