package org.exitrace.vtl.host.companion;

import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.companion.SwitchThread;
import org.exitrace.vtl.protocol.companion.Work;

/**
 * Who may give the processor away where it has more than two VTLs: no protocol has been published
 * for that, and this one is ours. A thread says by itself that its turn has come or is over; what
 * is left and what is entered are named by cells. Source: docs/vtl.md d.6, three levels (reading).
 */
final class Turn extends Region {

    private static final int BITS = 2;

    /** The VTL that may give the processor away; none while a switch is under way. */
    private final IndexCell whose;
    /** The VTL that a switch under way leaves. */
    private final IndexCell left;
    private final Siblings siblings;

    /** VTL0's, unless its virtual processor is to be started first. */
    Turn(CellScope scope, Siblings siblings, boolean hasBegun) {
        super(scope);
        this.siblings = siblings;
        int vtls = siblings.vp().vtls().size();
        whose = cells().index("whose", vtls);
        left = cells().index("left", vtls);
        if (hasBegun) {
            whose.initially(0);
        }
    }

    /** Nobody is VTL0 here, as a number that was cleared has it: who asks has no switch to end. */
    VcpuThread left() {
        return siblings.threads().get(left.isNone() ? 0 : left.get());
    }

    VcpuThread whose() {
        return siblings.threads().get(whose.get());
    }

    boolean isAbove(int vtl) {
        return !whose.isNone() && whose.get() > vtl;
    }

    boolean isOf(VcpuThread thread) {
        return whose.is(thread.vtl().number());
    }

    /** The thread whose turn it is leaves its VTL. */
    void ends(VcpuThread thread) {
        whose.clear();
        left.become(thread.vtl().number());
    }

    void comes(VcpuThread thread) {
        whose.become(thread.vtl().number());
        left.clear();
    }

    /** The virtual processor is started in the VTL of {@code thread}. */
    void begin(VcpuThread thread) {
        comes(thread);
        if (isAskedAbove(thread)) {
            thread.queue(Work.UPCALL);
        }
    }

    /** Whether {@code thread} has to ask a VTL below for the processor, which is its partner. */
    boolean findsBelow(VcpuThread thread) {
        boolean isBelow = !whose.isNone() && whose.get() < thread.vtl().number();
        if (isBelow) {
            thread.partner.become(whose.get());
        }
        return isBelow;
    }

    /** Finds the highest that has asked for what {@code thread} has, unless that has a partner. */
    boolean chooses(VcpuThread thread) {
        for (int vtl = siblings.threads().size() - 1; thread.partner.isNone() && vtl > 0; vtl--) {
            if (asks(vtl, thread)) {
                thread.partner.become(vtl);
            }
        }
        return !thread.partner.isNone();
    }

    boolean isAskedAbove(VcpuThread thread) {
        for (int vtl = 1; vtl < siblings.threads().size(); vtl++) {
            if (asks(vtl, thread)) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(int vtl, VcpuThread thread) {
        return vtl > thread.vtl().number() && siblings.vp().enabled.has(vtl)
                && isMarked(vtl);
    }

    boolean isMarked(int vtl) {
        return has(vtl, SwitchThread.INT) || has(vtl, SwitchThread.CALL);
    }

    boolean has(int vtl, int cause) {
        return siblings.eventState.has(bit(vtl, cause));
    }

    void mark(int vtl, int cause) {
        siblings.eventState.add(bit(vtl, cause));
    }

    void forget(int vtl) {
        for (int cause : List.of(SwitchThread.INT, SwitchThread.CALL)) {
            siblings.eventState.remove(bit(vtl, cause));
        }
    }

    private static int bit(int vtl, int cause) {
        return (vtl - 1) * BITS + cause;
    }
}
