package org.exitrace.vtl.host.aware;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.FlushRequest;
import org.exitrace.vtl.host.FlushTarget;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/** The one vCPU of a virtual processor, and the thread that runs it. */
final class AwareVcpu extends Region implements FlushTarget {

    /** {@code vcpu->mode}. */
    enum Mode { OUTSIDE_GUEST_MODE, IN_GUEST_MODE, EXITING_GUEST_MODE }

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    final EnumCell<Mode> mode = cells().choice("mode", Mode.class);
    /** KVM_REQ_EVENT. */
    final FlagCell request = cells().flag("request");
    /** The VTL to which the thread is about to switch. */
    private final IndexCell next;
    private final EnumCell<EntryReason> cause = cells().choice("cause", EntryReason.class);
    private final List<MutexCell> contexts = new ArrayList<>();
    private final Vp vp;
    private final FlushRequest flush;
    private final StartFields start;

    AwareVcpu(CellScope scope, Vp vp, boolean flushes) {
        super(scope);
        this.vp = vp;
        next = cells().index("next", vp.vtls().size());
        for (Vtl vtl : vp.vtls()) {
            contexts.add(new MutexCell(scope, "context[" + vtl.number() + "].lock"));
        }
        flush = flushes ? new FlushRequest(scope.in("flush")) : null;
        start = vp.requests() == null ? null
                : new StartFields(scope.in("start"), vp.vtls().size());
    }

    /** What a start is asked by; null in a machine in which that is one step. */
    StartFields start() {
        return start;
    }

    Vp vp() {
        return vp;
    }

    /** How others ask it to drop its translations; null in a machine without pages. */
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
        return AwareCalls.exits(this) || waits && isInside();
    }

    @Override
    public boolean isInside() {
        return !mode.is(Mode.OUTSIDE_GUEST_MODE);
    }

    /** {@code kvm_request_pending}. */
    boolean isAsked() {
        return request.isSet() || start != null && start.request.isSet()
                || flush != null && flush.asked.isSet() || isTimerExpired();
    }

    /** KVM_REQ_HV_STIMER. */
    boolean isTimerExpired() {
        for (Vtl vtl : vp.vtls()) {
            if (Timers.isExpired(vtl)) {
                return true;
            }
        }
        return false;
    }

    /** Its guest has left, or an interrupt makes it leave. */
    boolean isBack() {
        return !active().runs() || flush != null && flush.arriving.isSet();
    }

    /** What was sent to get it out of the guest has done so. */
    void leavesGuest() {
        if (flush != null) {
            flush.arriving.clear();
        }
    }

    Vtl active() {
        return vp.activeVtl();
    }

    Vtl next() {
        return vp.vtl(next.get());
    }

    EntryReason cause() {
        return cause.get();
    }

    MutexCell context(int vtl) {
        return contexts.get(vtl);
    }

    /** The thread will switch to {@code vtl}, which is entered because of {@code why}. */
    void goesTo(Vtl vtl, EntryReason why) {
        next.become(vtl.number());
        cause.become(why);
    }

    /** The switch is over. */
    void arrived() {
        vp.active.become(next.get());
        next.clear();
        cause.clear();
    }
}
