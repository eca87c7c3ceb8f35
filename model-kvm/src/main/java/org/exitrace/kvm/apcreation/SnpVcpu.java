package org.exitrace.kvm.apcreation;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.vmsa.VcpuVmsa;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.ghcb.vmsa.Vmsas;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.MoreRequests;
import org.exitrace.kvm.vcpu.Vcpu;

/** What KVM keeps of a virtual CPU whose state the guest can replace. */
public final class SnpVcpu extends Region implements MoreRequests {

    /** {@code snp_vmsa_mutex}: taken by who asks, and by the virtual CPU itself. */
    public final MutexCell mutex = new MutexCell(cells(), "snp_vmsa_mutex");
    /** {@code snp_vmsa_gpa}: the page it shall run from; the last stands for no memory. */
    public final IndexCell pending;
    /** {@code snp_ap_waiting_for_reset}. */
    public final FlagCell waiting = cells().flag("snp_ap_waiting_for_reset");
    /** {@code KVM_REQ_UPDATE_PROTECTED_GUEST_STATE}. */
    public final FlagCell update = cells().flag("KVM_REQ_UPDATE_PROTECTED_GUEST_STATE");
    /** {@code KVM_REQ_VMSA_PAGE_RELOAD}; where user space can take memory away. */
    public final FlagCell reload;
    /** Its thread has found the memory of the pending page and not stored it yet. */
    final FlagCell resolved;
    /** Its thread has read {@code mmu_invalidate_seq} for a look-up and not compared it yet. */
    final FlagCell looking;
    /** {@code mmu_invalidate_seq} has changed since; dead outside of a look-up. */
    final FlagCell seqMoved;
    /**
     * Virtual CPUs whose threads wait until the IPI that they sent here is taken; where user space
     * can take memory away, its thread is the last.
     */
    public final BitsCell unanswered;

    /** VMRUN was executed although {@code vmsa_pa} is invalid. */
    public final FlagCell ranWithoutVmsa = ghost().flag("ran_without_vmsa");
    /** VMRUN was executed on a page that is no VMSA. */
    public final FlagCell ranFromOtherPage = ghost().flag("ran_from_other_page");
    /** A request that was refused had changed it. */
    public final FlagCell touchedByRefused = ghost().flag("touched_by_refused");
    /** KVM_RUN returned to user space without a reason. */
    public final FlagCell returnedForNothing = ghost().flag("returned_for_nothing");

    /** The virtual CPU. */
    public final Vcpu vcpu;
    /** What its VMCB points to. */
    public final VcpuVmsa vmsa;

    private final Vmsas vmsas;

    /**
     * Declares the cells in {@code scope}, of one of {@code vmsas}' virtual CPUs.
     *
     * @param holes how often user space can take memory away
     */
    public SnpVcpu(CellScope scope, Vcpu vcpu, Vmsas vmsas, int holes) {
        super(scope);
        this.vcpu = vcpu;
        this.vmsas = vmsas;
        vmsa = vmsas.vcpus().get(vcpu.number());
        pending = cells().index("snp_vmsa_gpa", vmsas.pages().size() + 1);
        reload = cells().flag("KVM_REQ_VMSA_PAGE_RELOAD");
        resolved = cells().flag("resolved");
        looking = cells().flag("looking");
        seqMoved = cells().flag("mmu_seq_moved");
        unanswered = cells().bits(
                "unanswered_ipis", vmsas.vcpus().size() + (holes > 0 ? 1 : 0));
        vcpu.knows(this);
    }

    /** Names the page at {@code address}, or that there is none. */
    void ask(long address) {
        pending.become(vmsas.at(address).map(VmsaPage::number).orElse(vmsas.pages().size()));
    }

    /** Whether the page that it shall run from has memory of the host behind it. */
    boolean resolves() {
        return pending.get() < vmsas.pages().size()
                && vmsas.pages().get(pending.get()).memory.isPrivate(pending.get());
    }

    /** Marks it as offline, and its VMSA as none. */
    void stop() {
        vcpu.mpState.become(MpState.HALTED);
        vmsa.current.clear();
    }

    /** Whether hardware takes {@code vmsa_pa} for a VMSA. */
    boolean hasVmsa() {
        return vmsa.isOfLaunch() || !vmsa.isInvalid()
                && vmsas.pages().get(vmsa.current.get()).isVmsa();
    }

    /** Notes what is run, at the moment that it is: history only. */
    void noteEntry() {
        if (!vmsa.created.isNone() && vmsa.current.is(vmsa.created.get())) {
            vmsa.created.clear();
        }
        if (!vmsa.isOfLaunch() && vmsas.pages().get(vmsa.current.get()).features.get()
                != VmsaPage.VM_FEATURES) {
            vmsa.otherFeatures.raise();
        }
    }

    /** Somebody's memory was taken away: a look-up that is under way has to be made again. */
    void noteInvalidation() {
        if (looking.isSet()) {
            seqMoved.raise();
        }
    }

    /** The look-up is over, or begins anew. */
    void endLook() {
        looking.clear();
        seqMoved.clear();
        resolved.clear();
    }

    @Override
    public boolean anyPending() {
        return update.isSet() || reload.isSet();
    }

    @Override
    public void leftGuestMode() {
        unanswered.clear();
    }
}
