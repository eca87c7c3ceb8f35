package org.exitrace.vtl.host.planes;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.Crossing;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.protocol.planes.Delivery;
import org.exitrace.vtl.protocol.planes.PlaneNotice;
import org.exitrace.vtl.protocol.planes.PlaneThread;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Vina;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/**
 * A virtual processor of planes and the thread that runs it. All its planes share one
 * vcpu->mutex, and nobody else asks for it: the thread alone says which plane runs.
 */
final class PlaneVcpu extends Region implements PlaneThread {

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    private final IndexCell plane;
    private final BitsCell seen;
    /** Planes whose interrupts their priority masked when user space looked. */
    final BitsCell masked;
    final Crossing crossing;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final PlaneNotice notice;
    private final Vp vp;
    private final boolean wantsExits;
    private final boolean keepsTimers;

    PlaneVcpu(CellScope scope, Vp vp, boolean wantsExits, boolean keepsTimers) {
        super(scope);
        this.vp = vp;
        this.wantsExits = wantsExits;
        this.keepsTimers = keepsTimers;
        int planes = vp.vtls().size();
        plane = cells().index("plane", planes).initially(0);
        seen = cells().bits("seen", planes);
        masked = cells().bits("masked", planes);
        crossing = new Crossing(scope, vp);
        notice = new PlaneNotice(scope, planes, index -> new VtlPlane(
                scope.in("plane[" + index + "]"), vp.vtl(index)));
    }

    /** It may deliver interrupts to {@code others}. */
    void deliversTo(CellScope scope, List<PlaneVcpu> others) {
        for (PlaneVcpu other : others) {
            deliveries.add(new Delivery(
                    scope.in("delivery[" + other.vp.number() + "]"), other.notice));
        }
    }

    Delivery deliveryTo(Vp target) {
        return deliveries.get(target.number());
    }

    Vp vp() {
        return vp;
    }

    Vtl vtl() {
        return vp.vtl(plane.get());
    }

    /** Its virtual processor was started: kvm_run->plane names the plane. */
    void begins() {
        plane.become(vp.active.get());
    }

    /** Enters the guest, unless somebody has made a request. */
    boolean enters() {
        boolean enters = own().request.isClear() && !isTimerExpired();
        if (enters) {
            vtl().enter();
        }
        return enters;
    }

    /** KVM_REQ_HV_STIMER of the plane that runs. */
    boolean isTimerExpired() {
        return keepsTimers && Timers.isExpired(vtl());
    }

    boolean isBack() {
        return !vtl().runs();
    }

    void exits() {
        if (vtl().executes.isSet()) {
            vtl().leave(Exit.NONE);
        }
    }

    /** The switch is over. */
    void arrived() {
        plane.become(crossing.to().number());
        masked.clear();
        crossing.arrive();
    }

    @Override
    public PlaneNotice notice() {
        return notice;
    }

    @Override
    public IndexCell plane() {
        return plane;
    }

    @Override
    public BitsCell seen() {
        return seen;
    }

    @Override
    public long wanted() {
        long above = (1L << vp.vtls().size()) - 1 & -(2L << plane.get());
        long below = wantsVina() ? (1L << plane.get()) - 1 : 0;
        return wantsExits ? (above | below) & ~masked.get() : 0;
    }

    /** The VTL that runs wants to know of interrupts below it, and was not told. */
    boolean wantsVina() {
        Vina vina = vtl().vina();
        return vina != null && vina.enabled.isSet() && vina.asserted.isClear();
    }
}
