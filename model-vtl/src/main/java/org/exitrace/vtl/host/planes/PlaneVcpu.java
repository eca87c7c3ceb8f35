package org.exitrace.vtl.host.planes;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.vtl.design.TimerHome;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.Crossing;
import org.exitrace.vtl.host.FlushRequest;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.host.mmu.MmuFault;
import org.exitrace.vtl.host.mmu.MmuThread;
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
final class PlaneVcpu extends PlaneThread implements MmuThread {

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    /** Planes whose interrupts their priority masked when user space looked. */
    final BitsCell masked;
    final Crossing crossing;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Vp vp;
    private final boolean wantsExits;
    private final boolean keepsTimers;
    private final MmuFault fault;
    private final FlushRequest flush;

    PlaneVcpu(CellScope scope, Vp vp, Design design, boolean pages) {
        super(scope, new PlaneNotice(scope, vp.vtls().size(), index -> new VtlPlane(
                scope.in("plane[" + index + "]"), vp.vtl(index))));
        this.vp = vp;
        wantsExits = design.get(Vmm.SWITCH) != Vmm.DELIVERS_LATE;
        keepsTimers = design.get(TimerHome.SWITCH) == TimerHome.VCPU;
        masked = cells().bits("masked", vp.vtls().size());
        crossing = new Crossing(scope, vp);
        fault = pages ? new MmuFault(scope.in("fault")) : null;
        flush = pages ? new FlushRequest(scope.in("flush")) : null;
    }

    /** It may deliver interrupts to {@code others}. */
    void deliversTo(CellScope scope, List<PlaneVcpu> others) {
        for (PlaneVcpu other : others) {
            deliveries.add(new Delivery(
                    scope.in("delivery[" + other.vp.number() + "]"), other.notice()));
        }
    }

    Delivery deliveryTo(Vp target) {
        return deliveries.get(target.number());
    }

    Vp vp() {
        return vp;
    }

    @Override
    public Vtl vtl() {
        return vp.vtl(plane.get());
    }

    /** Its virtual processor was started: kvm_run->plane names the plane. */
    void begins() {
        plane.become(vp.active.get());
    }

    /** Enters the guest, unless somebody has made a request. */
    boolean enters() {
        boolean enters = !isAsked();
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
        return !vtl().runs() || flush != null && flush.arriving.isSet();
    }

    /** Whether it has to look at a request before it enters. */
    boolean isAsked() {
        return own().request.isSet() || isTimerExpired()
                || flush != null && flush.asked.isSet();
    }

    void exits() {
        if (vtl().executes.isSet()) {
            vtl().leave(Exit.NONE);
        }
        if (flush != null) {
            flush.arriving.clear();
        }
    }

    /** The switch is over. */
    void arrived() {
        plane.become(crossing.to().number());
        masked.clear();
        crossing.arrive();
    }

    /** What it has read at a fault; null in a machine without pages, as {@link #flush}. */
    @Override
    public MmuFault fault() {
        return fault;
    }

    /** KVM_REQ_TLB_FLUSH of the vCPUs of all its planes, of which at most one runs. */
    @Override
    public FlushRequest flush() {
        return flush;
    }

    @Override
    public List<Vtl> vtls() {
        return vp.vtls();
    }

    @Override
    public boolean needsInterrupt(boolean waits) {
        return isInside();
    }

    @Override
    public boolean isInside() {
        return vtl().executes.isSet();
    }

    @Override
    public long wanted() {
        long below = wantsVina() ? (1L << plane.get()) - 1 : 0;
        return wantsExits ? (above() | below) & ~masked.get() : 0;
    }

    /** The VTL that runs wants to know of interrupts below it, and was not told. */
    boolean wantsVina() {
        Vina vina = vtl().vina();
        return vina != null && vina.enabled.isSet() && vina.asserted.isClear();
    }
}
