package org.exitrace.kvm.vcpu;

import java.util.Optional;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.VcpuMode;

/**
 * One vCPU as the host knows it. {@code pending_events}, the requests, the NMI queue and
 * {@code mode} are written by other threads; all else belongs to the vCPU's own thread, except
 * {@code mp_state} in the design of before March 2013.
 */
public final class Vcpu extends Region {

    /** KVM_MP_STATE. */
    public final EnumCell<MpState> mpState = cells().choice("mp_state", MpState.class);

    /** {@code vcpu->mode}. */
    public final EnumCell<VcpuMode> mode = cells().choice("mode", VcpuMode.class);

    /** {@code KVM_REQ_EVENT}. */
    public final FlagCell eventRequest = cells().flag("KVM_REQ_EVENT");

    /** {@code KVM_REQ_NMI}. */
    public final FlagCell nmiRequest = cells().flag("KVM_REQ_NMI");

    /** {@code nmi_queued}, of which one is enough here. */
    public final FlagCell nmiQueued = cells().flag("nmi_queued");

    /** A fixed interrupt is pending in the LAPIC's IRR. */
    public final FlagCell interruptPending = cells().flag("irr");

    /** INIT and SIPI that the LAPIC has accepted and the vCPU has not. */
    public final PendingEvents pending = new PendingEvents(cells());

    /** Whether INIT is blocked, as in SMM or with the global interrupt flag clear. */
    public final FlagCell initBlocked = cells().flag("init_blocked");

    /** {@code received_first_sipi}: never cleared, by INIT or reset. */
    public final FlagCell receivedFirstSipi = cells().flag("received_first_sipi");

    /** {@code ap_reset_hold_type}; {@code ap_hlt_loop} of the v5 patch is its NAE value. */
    public final EnumCell<HoldType> holdType = cells().choice("ap_reset_hold_type", HoldType.class);

    /** Whether the GHCB page is mapped into the host. */
    public final FlagCell ghcbMapped = cells().flag("ghcb_mapped");

    /** A SIPI that found no hold and is kept for the next; only in the latched design. */
    public final FlagCell sipiLatched = cells().flag("sipi_latched");

    /** Which CPU the thread looks at while it delivers an IPI to several. */
    public final CountCell target;

    /** With what KVM_RUN returned last. */
    public final EnumCell<ExitReason> exitReason = cells().choice("exit_reason", ExitReason.class);

    /** INIT and SIPI that a LAPIC in user space has taken and not yet acted upon. */
    public final PendingEvents userPending = new PendingEvents(cells().in("user"));

    /** KVM wrote through a GHCB pointer that was null. */
    public final FlagCell nullDereference = ghost().flag("null_dereference");

    /** A SIPI that followed an INIT was consumed, and nobody will ever hear of it. */
    public final FlagCell sipiLost = ghost().flag("sipi_lost");

    /** The VM was killed because the host did not know what to do with an exit. */
    public final FlagCell killed = ghost().flag("killed");

    /** What the guest sees of it. */
    public final GuestCpu guest;

    private final int number;
    private MoreRequests more = MoreRequests.NONE;
    private Optional<FirstEntry> first = Optional.empty();

    /**
     * vCPU {@code number} of {@code count}; its cells lie in {@code scope}.
     *
     * @param anyRequest whether its guest may make any request about jump tables
     */
    public Vcpu(CellScope scope, int number, int count, boolean anyRequest) {
        super(scope);
        this.number = number;
        this.guest = new GuestCpu(scope, number, count, anyRequest);
        this.target = cells().count("target", count);
    }

    /** Says which requests there are beside those of each vCPU. */
    public void knows(MoreRequests requests) {
        more = requests;
    }

    /** Says where it is noted how it begins. */
    public void beginsBy(FirstEntry entry) {
        first = Optional.of(entry);
    }

    /** Whether it begins with registers that the host can write. */
    public boolean beginsFromHosts() {
        return first.filter(FirstEntry::loadsHosts).isPresent();
    }

    /** The host writes CS:IP into its own copy. */
    public void writeStart(StartPoint point) {
        first.ifPresent(entry -> entry.write(point));
    }

    /** Enters the guest. */
    public void enterGuest() {
        guest.enter();
        first.ifPresent(FirstEntry::enter);
    }

    /** Its place among the VM's vCPUs. */
    public int number() {
        return number;
    }

    /** Where the thread that runs it stands; declared for a thread that is no script. */
    public ProgramCounter thread() {
        return new ProgramCounter(cells(), "thread");
    }

    /** Whether it is the bootstrap processor. */
    public boolean isBsp() {
        return number == 0;
    }

    /** {@code kvm_vcpu_running}. */
    public boolean isRunnable() {
        return mpState.is(MpState.RUNNABLE);
    }

    /** {@code kvm_vcpu_has_events}, as far as events exist here. */
    public boolean hasEvents() {
        return pending.any() && initBlocked.isClear() || hasOtherEvents() || more.anyPending();
    }

    /** Events other than INIT and SIPI: an NMI, or an interrupt that the guest would take. */
    public boolean hasOtherEvents() {
        return nmiRequest.isSet()
                || interruptPending.isSet() && guest.interruptsEnabled.isSet();
    }

    /** Whether a request is pending that cancels an entry. */
    public boolean hasRequests() {
        return eventRequest.isSet() || nmiRequest.isSet() || more.anyPending();
    }

    /** Outside of the guest; interrupts that were held off are taken. */
    public void leaveGuestMode() {
        mode.clear();
        more.leftGuestMode();
    }

    /** {@code kvm_vcpu_exiting_guest_mode}: one compare-and-exchange of {@code mode}. */
    public void kick() {
        if (mode.is(VcpuMode.IN_GUEST_MODE)) {
            mode.become(VcpuMode.EXITING_GUEST_MODE);
        }
    }
}
