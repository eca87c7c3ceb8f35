package org.exitrace.vtl.host.companion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.SwitchDuties;
import org.exitrace.vtl.protocol.companion.SwitchThread;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.VtlBounds;

/** What the VMM keeps of a virtual processor with a vCPU for each of its VTLs. */
final class Siblings extends Region {

    /** Bits for each VTL above VTL0: an interrupt of it waits, and it is called. */
    final BitsCell eventState;
    /** QEMU's flag; null with more than two VTLs. */
    final FlagCell handled;
    /** Whose turn it is; null with QEMU's two VTLs. */
    final Turn turn;
    final SwitchDuties duties;
    private final List<VcpuThread> threads = new ArrayList<>();
    private final Vp vp;

    Siblings(HostSite site, Vp vp, SwitchDuties duties, Kernel kernel) {
        super(site.model().region("vcpu[" + vp.number() + "]"));
        this.vp = vp;
        this.duties = duties;
        boolean hasMore = hasMoreThanTwo(site.bounds());
        eventState = hasMore
                ? cells().bits("event_state", 4).named("INT1", "CALL1", "INT2", "CALL2")
                : cells().bits("event_state", 2).named("INT", "CALL");
        handled = hasMore ? null : cells().flag("handled");
        turn = hasMore ? new Turn(cells().in("turn"), this, !site.guest().startsLater()) : null;
        for (int vtl = 0; vtl < vp.vtls().size(); vtl++) {
            threads.add(new VcpuThread(
                    cells().in("vtl[" + vtl + "]"), this, vp.vtl(vtl), kernel, site.bounds()));
        }
    }

    /** Whether a switch has to choose a partner, as QEMU's never has. */
    static boolean hasMoreThanTwo(VtlBounds bounds) {
        return bounds.vtls() > 2;
    }

    Vp vp() {
        return vp;
    }

    /** Those of its VTLs, the least privileged first. */
    List<VcpuThread> threads() {
        return threads;
    }

    /** A lower VTL than the one that it begins with is stopped. */
    void isServed() {
        if (turn == null) {
            handled.raise();
        }
    }

    /** It begins with the VTL of {@code thread}. */
    void beginWith(VcpuThread thread) {
        if (turn != null) {
            turn.begin(thread);
        }
    }

    /** Whether the VTL of {@code thread} is entered because it was called. */
    boolean isCalled(VcpuThread thread) {
        return turn == null ? eventState.has(SwitchThread.CALL)
                : turn.has(thread.vtl().number(), SwitchThread.CALL);
    }

    /** The one that has the processor, if its VTL is above that of {@code thread}. */
    Optional<VcpuThread> runsAbove(VcpuThread thread) {
        int own = thread.vtl().number();
        if (turn == null) {
            return own == 0 ? Optional.of(threads.get(1)) : Optional.empty();
        }
        return turn.isAbove(own) ? Optional.of(turn.whose()) : Optional.empty();
    }

    /** The one that gives the processor away to a higher VTL, or has given it. */
    VcpuThread lower() {
        return turn == null ? threads.get(0) : turn.left();
    }

    /** The one that gets it, or gives it back. */
    VcpuThread higher() {
        return turn == null ? threads.get(1) : turn.left();
    }
}
