package org.exitrace.kvm.apcreation;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.run.ProtectedState;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;

/** What the target of a request does, in its own thread: docs/ghcb.md e.6. */
public final class ApLife implements ProtectedState {

    private static final String SOURCE = "sev.c sev_snp_init_protected_guest_state";
    private static final String COST = "kvm.access";

    private final List<SnpVcpu> vcpus;
    private final boolean reportsMissing;
    private final boolean refusesNone;
    private final boolean staysInKernel;
    private final boolean retries;
    private final boolean takesBlocked;
    private final Optional<VmsaMemory> memory;

    /**
     * The virtual CPUs of a host of {@code kernel}.
     *
     * @param created what becomes of a target that waits for INIT or SIPI
     * @param memory of the VMSAs, where the host can take it away
     */
    public ApLife(Kernel kernel, CreatedState created, List<SnpVcpu> vcpus,
            Optional<VmsaMemory> memory) {
        this.takesBlocked = created == CreatedState.TAKEN_BLOCKED;
        this.memory = memory;
        this.retries = kernel.has(VmgexitChange.D_VMSA_RETRY);
        this.vcpus = List.copyOf(vcpus);
        this.reportsMissing = kernel.has(VmgexitChange.B_49);
        this.refusesNone = kernel.has(VmgexitChange.B_47);
        this.staysInKernel = kernel.has(VmgexitChange.B_4D);
    }

    private SnpVcpu of(Vcpu vcpu) {
        return vcpus.get(vcpu.number());
    }

    @Override
    public Routine<Vcpu> reset() {
        Routine<SnpVcpu> own = Routine.named("sev_snp_init_protected_guest_state", SOURCE,
                code -> code
                        .lock("snp_vmsa_mutex", snp -> snp.mutex).costs(COST)
                        .when(snp -> snp.waiting.isClear(), nothing -> nothing
                                .unlock("snp_vmsa_mutex", snp -> snp.mutex).costs(COST).done())
                        .local(snp -> {
                            snp.waiting.clear();
                            snp.stop();
                        })
                        .when(snp -> !snp.pending.isNone(), this::create)
                        .unlock("snp_vmsa_mutex", snp -> snp.mutex).costs(COST));
        return Routine.named("svm_vcpu_reset", SOURCE, code -> code.call(this::of, own));
    }

    /** The page may have lost its memory; without it the one kernel is silent, the other not. */
    private void create(Block<SnpVcpu> code) {
        if (memory.isPresent()) {
            look(code, memory.get());
        } else {
            code.test("kvm_gmem_get_pfn", SnpVcpu::resolves,
                    found -> found.local(ApLife::load), this::miss).costs(COST);
        }
        code.local(snp -> snp.pending.clear());
    }

    /** Memory may be taken away between finding and storing; storing is under mmu_lock. */
    private void look(Block<SnpVcpu> code, VmsaMemory from) {
        code.forever(loop -> loop
                .step("seq = mmu_invalidate_seq",
                        snp -> snp.looking.raise()).costs(COST)
                .test("kvm_gmem_get_pfn", SnpVcpu::resolves,
                        found -> found.local(snp -> snp.resolved.raise()),
                        missing -> {
                            miss(missing);
                            missing.local(SnpVcpu::endLook).leave();
                        }).costs(COST)
                .test("mmu_lock: store vmsa_pa, unless memory was taken away",
                        snp -> !retries
                                || !from.inProgress.isSet() && snp.seqMoved.isClear(),
                        stored -> stored.local(ApLife::load).leave(),
                        again -> again.local(SnpVcpu::endLook)).costs(COST));
    }

    private static void load(SnpVcpu snp) {
        snp.endLook();
        snp.vmsa.current.become(snp.pending.get());
        snp.vcpu.mpState.become(MpState.RUNNABLE);
    }

    private void miss(Block<SnpVcpu> code) {
        code.given(reportsMissing, told -> told.local(snp ->
                snp.vcpu.mpState.become(MpState.RUNNABLE)));
    }

    /** {@code KVM_REQ_VMSA_PAGE_RELOAD}: the page is looked for as if it were a new one. */
    private Routine<SnpVcpu> reload() {
        return Routine.named("sev_snp_reload_vmsa", SOURCE, code -> code
                .lock("snp_vmsa_mutex", snp -> snp.mutex).costs(COST)
                .when(snp -> !snp.vmsa.isInvalid() && !snp.vmsa.isOfLaunch()
                        && snp.pending.isNone(), loaded -> {
                            loaded.local(snp -> {
                                snp.pending.become(snp.vmsa.current.get());
                                snp.vmsa.current.clear();
                            });
                            create(loaded);
                        })
                .unlock("snp_vmsa_mutex", snp -> snp.mutex).costs(COST));
    }

    @Override
    public void takeBlocked(Block<Vcpu> code, Routine<Vcpu> vcpuReset) {
        if (takesBlocked) {
            code.when(vcpu -> vcpu.mpState.isEither(
                    MpState.UNINITIALIZED, MpState.INIT_RECEIVED), waited -> waited
                    .test("KVM_REQ_UPDATE_PROTECTED_GUEST_STATE?",
                            vcpu -> of(vcpu).update.testAndClear(), update -> update
                                    .local(vcpu -> vcpu.eventRequest.raise())
                                    .call(vcpuReset).done()).costs(COST));
        }
    }

    @Override
    public void takeRequests(Block<Vcpu> code, Routine<Vcpu> vcpuReset) {
        if (memory.isPresent()) {
            code.test("KVM_REQ_VMSA_PAGE_RELOAD?", vcpu -> of(vcpu).reload.testAndClear(),
                    lost -> lost.call(this::of, reload())).costs(COST);
        }
        code.test("KVM_REQ_UPDATE_PROTECTED_GUEST_STATE?",
                vcpu -> of(vcpu).update.testAndClear(), update -> update
                        .local(vcpu -> vcpu.eventRequest.raise())
                        .call(vcpuReset)
                        .when(vcpu -> !vcpu.isRunnable(), stopped -> stopped
                                .given(!staysInKernel, draft -> draft.local(this::returnForNothing))
                                .done())).costs(COST);
    }

    /** The result of an earlier call is still 0, so that KVM_RUN returns with an old reason. */
    private void returnForNothing(Vcpu vcpu) {
        of(vcpu).returnedForNothing.raise();
        vcpu.exitReason.become(ExitReason.EAGAIN);
    }

    @Override
    public boolean vmrun(Vcpu vcpu) {
        SnpVcpu snp = of(vcpu);
        if (snp.hasVmsa()) {
            snp.noteEntry();
            return true;
        }
        if (!snp.vmsa.isInvalid()) {
            snp.ranFromOtherPage.raise();
        } else if (!refusesNone) {
            snp.ranWithoutVmsa.raise();
        }
        snp.vmsa.created.clear();
        vcpu.exitReason.become(ExitReason.EINVAL);
        return false;
    }
}
