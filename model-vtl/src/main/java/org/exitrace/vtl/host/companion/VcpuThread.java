package org.exitrace.vtl.host.companion;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.FlushRequest;
import org.exitrace.vtl.host.FlushTarget;
import org.exitrace.vtl.host.Switching;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.protocol.companion.SwitchThread;
import org.exitrace.vtl.protocol.companion.Work;
import org.exitrace.vtl.protocol.companion.WorkQueue;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;

/** The thread of a VTL's vCPU, and the vCPU. */
final class VcpuThread extends Region implements SwitchThread<VcpuThread>, FlushTarget {

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    final MutexCell mutex = new MutexCell(cells(), "mutex");
    private final FlagCell stop = cells().flag("stop");
    /** Somebody wants it out of KVM_RUN, with nothing queued. */
    final FlagCell signal = cells().flag("signal");
    private final WorkQueue queue;
    private final EnumCell<Work> work = cells().choice("work", Work.class);
    /** Its vCPU waits for events. */
    final FlagCell inactive = cells().flag("inactive");
    /** It was kicked since it was entered last, or KVM_RUN has ended its wait for an event. */
    final FlagCell polled = cells().flag("kicked");
    /** The VMM's copy of its registers. */
    final RegisterCopy env;
    /** What the kernel has read of its CR3. */
    final RegisterCache cache;
    /** What it knows of interrupts for lower VTLs; null in a machine without VINA. */
    private final VinaWatch watch;
    /** What it does at faults, and what it is told of them; null in a machine without pages. */
    private final VcpuPages pages;
    /** The VTL above is entered for a write of its VTL; null in a machine without that. */
    private final FlagCell intercepted;
    /** To whom its switch goes, or whom it asks for the processor; null with QEMU's two VTLs. */
    final IndexCell partner;
    private final Siblings siblings;
    private final Kernel kernel;
    private final Vtl vtl;

    VcpuThread(CellScope scope, Siblings siblings, Vtl vtl, Kernel kernel, VtlBounds bounds) {
        super(scope);
        this.siblings = siblings;
        this.kernel = kernel;
        this.vtl = vtl;
        queue = new WorkQueue(scope.in("queue"));
        env = new RegisterCopy(scope.in("env"));
        cache = new RegisterCache(scope.in("cache"), vtl, kernel.isOneVm());
        watch = vtl.vina() == null ? null : new VinaWatch(scope.in("watch"), this, siblings);
        pages = bounds.pages() == 0 ? null : new VcpuPages(scope.in("pages"), bounds);
        intercepted = vtl.interception() == null ? null : cells().flag("intercepted");
        partner = siblings.turn == null ? null : cells().index("partner", bounds.vtls());
        inactive.initially(vtl.number() > 0);
    }

    Vtl vtl() {
        return vtl;
    }

    VinaWatch watch() {
        return watch;
    }

    VcpuPages pages() {
        return pages;
    }

    @Override
    public FlushRequest flush() {
        return pages.flush;
    }

    @Override
    public List<Vtl> vtls() {
        return List.of(vtl);
    }

    @Override
    public boolean needsInterrupt(boolean waits) {
        return isInside();
    }

    @Override
    public boolean isInside() {
        return vtl.executes.isSet();
    }

    Siblings siblings() {
        return siblings;
    }

    /** Its virtual processor was started: it runs, is stopped, or waits for events. */
    void begins() {
        int active = vtl.vp().active.get();
        inactive.become(vtl.number() > active);
        if (vtl.number() < active) {
            stop.raise();
            siblings.isServed();
        } else if (vtl.number() == active) {
            siblings.beginWith(this);
        }
    }

    /** Whether it has to leave KVM_RUN. */
    boolean isWanted() {
        return !queue.isEmpty() || signal.isSet();
    }

    boolean goesOn() {
        return !queue.isEmpty() || stop.isClear() || listens();
    }

    /** It waits for events of its vCPU on behalf of a VTL above. */
    boolean listens() {
        return watch != null && watch.listens();
    }

    /** It may not run, and has nothing else to do. */
    boolean isStoppedIdle() {
        return stop.isSet() && queue.isEmpty();
    }

    /** It stands still, and nothing is queued for it. */
    boolean isStopped() {
        return at.isAt(CompanionHost.IDLE) && queue.isEmpty();
    }

    void takesWork() {
        signal.clear();
        if (!queue.isEmpty()) {
            work.become(queue.take());
        }
    }

    int work() {
        return work.get().ordinal();
    }

    void forgetsWork() {
        work.clear();
    }

    /** Something is to be done in the kernel before it enters its guest. */
    boolean isAsked() {
        return pages != null && pages.isAsked() || isTimerExpired();
    }

    /** It shall be told of an intercept. */
    boolean isAskedToInject() {
        return pages != null && pages.asked.isSet();
    }

    /** Enters the guest, unless the thread is wanted. */
    boolean enters() {
        boolean enters = !isWanted() && !isAsked();
        if (enters) {
            polled.clear();
            if (watch != null) {
                watch.enters();
            }
            vtl.enter();
        }
        return enters;
    }

    /** KVM_REQ_HV_STIMER. */
    boolean isTimerExpired() {
        return kernel.keepsTimers() && Timers.isExpired(vtl);
    }

    /** {@code kvm_vcpu_has_events}: RFLAGS.IF is left out. */
    boolean hasEvent() {
        return vtl.lapic.wants() || isTimerExpired();
    }

    /** {@code kvm_vcpu_kick}: it leaves the guest, and whoever polls it is told. */
    void wake() {
        if (kernel.isOneVm()) {
            polled.raise();
        }
        kick();
    }

    boolean isBack() {
        return !vtl.runs() || pages != null && pages.flush.arriving.isSet();
    }

    void exits() {
        if (vtl.executes.isSet()) {
            vtl.leave(Exit.NONE);
        }
        if (pages != null) {
            pages.flush.arriving.clear();
        }
        cache.forget();
    }

    /** An interrupt to whoever executes its guest. */
    void kick() {
        vtl.kick();
    }

    private boolean keepsCopies() {
        return siblings.duties.vmm() == Vmm.READS_COPY;
    }

    @Override
    public VcpuThread lower() {
        return siblings.lower();
    }

    @Override
    public VcpuThread higher() {
        return siblings.higher();
    }

    /** The thread of the VTL that forbids what its guest wants. */
    VcpuThread forbidding() {
        return siblings.threads().get(vtl.view().restrictedBy.get());
    }

    /**
     * The thread of the VTL of whose access this one was told: the other one of two, whatever it
     * does now; else the highest that still waits.
     */
    Optional<VcpuThread> faulted() {
        if (partner == null) {
            return Optional.of(siblings.lower());
        }
        for (int lower = vtl.number() - 1; lower >= 0; lower--) {
            VcpuThread thread = siblings.threads().get(lower);
            if (thread.vtl.view().restrictedBy.is(vtl.number())) {
                return Optional.of(thread);
            }
        }
        return Optional.empty();
    }

    /** Its next switch goes to {@code other}, as far as that has to be told. */
    void wants(Vtl other) {
        if (partner != null) {
            partner.become(other.number());
        }
    }

    /** It has nothing to tell anybody. */
    void wantsNobody() {
        if (partner != null) {
            partner.clear();
        }
    }

    @Override
    public FlagCell stop() {
        return stop;
    }

    @Override
    public BitsCell eventState() {
        return siblings.eventState;
    }

    @Override
    public FlagCell handled() {
        return siblings.handled;
    }

    @Override
    public void queue(Work asked) {
        queue.add(asked);
        kick();
    }

    @Override
    public void pull() {
        env.pull(vtl, cache.read());
    }

    @Override
    public void returns() {
        Switching.returns(vtl);
    }

    @Override
    public void copy(VcpuThread other) {
        env.copy(other.env, siblings.duties.vmm() == Vmm.FORGETS_SHARED);
    }

    @Override
    public void restorePrivate() {
        env.restorePrivate();
    }

    @Override
    public void writeControlBlock() {
        siblings.duties.controlBlock(lower().vtl, vtl, siblings.isCalled(this)
                ? EntryReason.VTL_CALL : isForIntercept()
                ? EntryReason.INTERCEPT : EntryReason.INTERRUPT);
    }

    /**
     * Whether an access that this VTL forbids is what the lower VTL's vCPU left KVM_RUN for, and
     * nobody was entered for it yet; messages are interrupts. Or it is the write of a control
     * register.
     */
    private boolean isForIntercept() {
        return lower().intercepted != null && lower().intercepted.testAndClear()
                || vtl.synic() == null && lower().vtl.exit.get().isIntercepted()
                && lower().vtl.view().restrictedBy.is(vtl.number());
    }

    /** User space has found that the VTL above is to be told of what its VTL wants to write. */
    void noteIntercept() {
        if (intercepted != null) {
            intercepted.raise();
        }
    }

    @Override
    public void readControlBlock() {
        if (siblings.duties.restoresRax(higher().vtl)) {
            env.of(Register.RAX).become(higher().vtl.returnRax.get());
        }
    }

    @Override
    public void becomeRunnable() {
        inactive.clear();
        push(lower());
        if (!keepsCopies()) {
            lower().env.isLeft(partner != null);
        }
    }

    @Override
    public void push() {
        push(higher());
        if (!keepsCopies()) {
            higher().env.forget();
        }
    }

    private void push(VcpuThread from) {
        env.push(vtl);
        cache.write(vtl.register(Register.CR3).get());
        from.vtl.exit.clear();
        vtl.vp().active.become(vtl.number());
        if (!keepsCopies()) {
            env.forget();
        }
    }

    @Override
    public void becomeInactive() {
        inactive.raise();
    }
}
