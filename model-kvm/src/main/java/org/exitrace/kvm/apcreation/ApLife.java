package org.exitrace.kvm.apcreation;

import java.util.List;
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

    /** The virtual CPUs of a host of {@code kernel}. */
    public ApLife(Kernel kernel, List<SnpVcpu> vcpus) {
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
        code.test("kvm_gmem_get_pfn", SnpVcpu::resolves,
                found -> found.local(snp -> {
                    snp.vmsa.current.become(snp.pending.get());
                    snp.vcpu.mpState.become(MpState.RUNNABLE);
                }),
                missing -> missing.given(reportsMissing, told -> told.local(snp ->
                        snp.vcpu.mpState.become(MpState.RUNNABLE)))).costs(COST);
        code.local(snp -> snp.pending.clear());
    }

    @Override
    public void takeRequests(Block<Vcpu> code, Routine<Vcpu> vcpuReset) {
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
