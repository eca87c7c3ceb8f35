package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The thread and the vCPU of one VTL of the virtual processor. */
final class VtlThread extends Region implements SwitchThread<VtlThread> {

    /** Where the thread is. */
    enum Place {
        /** Between KVM_RUN and work. */
        LOOP,
        /** At work, or at what an exit asks for. */
        WORK,
        /** In KVM_RUN. */
        KVM_RUN
    }

    final CompanionVp vp;
    final EnumCell<Place> place = cells().choice("at", Place.class);
    /** The thread does not call KVM_RUN. */
    final FlagCell stop = cells().flag("stop");
    /** What it found of {@code stop} when the monitor stopped the VM. */
    final FlagCell stopBefore = cells().flag("stop before");
    /** Somebody wants it out of KVM_RUN, with nothing queued. */
    final FlagCell kick = cells().flag("kick");
    final WorkQueue queue;
    /** What it took from the queue. */
    final EnumCell<Work> work = cells().choice("work", Work.class);
    /** The vCPU's shared registers: how often any VTL has written them. */
    final CountCell registers;
    /** The VMM's copy of them. */
    final CountCell env;
    /** The VMM's copy has the other VTL's private registers. */
    final FlagCell foreign = cells().flag("env.foreign");
    /** MP state INACTIVE_VTL: KVM_RUN waits for an event. */
    final FlagCell inactive = cells().flag("inactive");
    /** Interrupts that the guest has not taken yet. */
    final CountCell irr;
    /** Instructions that the guest may still execute. */
    final CountCell budget;

    VtlThread(CellScope scope, CompanionVp vp, int interrupts, int instructions) {
        super(scope);
        this.vp = vp;
        queue = new WorkQueue(scope.in("queue"));
        registers = cells().count("registers", CompanionVp.INSTRUCTIONS);
        env = cells().count("env", CompanionVp.INSTRUCTIONS);
        irr = cells().count("irr", interrupts);
        budget = cells().count("budget", instructions).initially(instructions);
    }

    boolean mayRun() {
        return stop.isClear() && vp.paused.isClear() && queue.isEmpty() && kick.isClear();
    }

    /** Executes guest instructions, or can do so at once. */
    boolean runsGuest() {
        return place.is(Place.KVM_RUN) && inactive.isClear();
    }

    boolean isWanted() {
        return kick.isSet() || !queue.isEmpty();
    }

    void toLoop() {
        place.become(Place.LOOP);
        work.clear();
        kick.clear();
    }

    void instruction() {
        budget.decrement();
        registers.increment();
    }

    /** Gives the guest the VMM's copy; {@code from} is whose registers it should have. */
    private void push(VtlThread from) {
        registers.become(env.get());
        if (from.runsGuest() || from.registers.get() != env.get()) {
            vp.stale.raise();
        }
        if (foreign.isSet()) {
            vp.leaked.raise();
        }
    }

    @Override
    public VtlThread lower() {
        return vp.lower;
    }

    @Override
    public VtlThread higher() {
        return vp.higher;
    }

    @Override
    public FlagCell stop() {
        return stop;
    }

    @Override
    public BitsCell eventState() {
        return vp.eventState;
    }

    @Override
    public FlagCell handled() {
        return vp.handled;
    }

    @Override
    public void queue(Work asked) {
        queue.add(asked);
    }

    @Override
    public void pull() {
        env.become(registers.get());
    }

    @Override
    public void copy(VtlThread other) {
        env.become(other.env.get());
        foreign.raise();
    }

    @Override
    public void restorePrivate() {
        foreign.clear();
    }

    @Override
    public void writeControlBlock() {
        vp.writeReason();
    }

    @Override
    public void readControlBlock() {
    }

    @Override
    public void becomeRunnable() {
        inactive.clear();
        push(vp.lower);
    }

    @Override
    public void push() {
        push(vp.higher);
    }

    @Override
    public void becomeInactive() {
        inactive.raise();
    }

    @Override
    public void isEntered() {
        vp.entered.raise();
    }

    @Override
    public void returns() {
        vp.entered.clear();
    }
}
