package org.exitrace.kvm.apcreation;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.ghcb.vmsa.LaunchedVmsa;
import org.exitrace.ghcb.vmsa.VcpuVmsa;
import org.exitrace.ghcb.vmsa.VmsaGuard;
import org.exitrace.ghcb.vmsa.Vmsas;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.run.ProtectedState;
import org.exitrace.kvm.spec.RunReturn;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vmgexit.SevEsState;

/**
 * VMSAs into which a host can write: what VMRUN makes of that. docs/ghcb.md e.6, S-30.
 *
 * <p>In an SEV-ES guest the write succeeds, and VMRUN ends in SHUTDOWN, since the integrity check
 * value is another. A page of an SNP guest has to be the host's first, and is no VMSA any more.
 */
public final class WrittenVmsas implements ProtectedState {

    private static final String SOURCE = "docs/ghcb.md S-30";

    private final List<SevEsState> states;
    private final List<LaunchedVmsa> launched;
    private final Vmsas vmsas;
    private final Optional<ProtectedState> replaced;
    private final boolean snp;
    private final boolean guarded;
    private final boolean writesAtReset;
    private final RunReturn shutdown;

    /**
     * The VMSAs of such a machine.
     *
     * @param launched by virtual CPU
     * @param vmsas pages of an SNP guest; none of another
     * @param replaced what KVM_RUN does where the guest replaces states
     */
    public WrittenVmsas(Design design, List<SevEsState> states, List<LaunchedVmsa> launched,
            Vmsas vmsas, Optional<ProtectedState> replaced) {
        this.states = List.copyOf(states);
        this.launched = List.copyOf(launched);
        this.vmsas = vmsas;
        this.replaced = replaced;
        snp = !vmsas.pages().isEmpty();
        guarded = design.get(VmsaGuard.SWITCH) == VmsaGuard.HARDWARE;
        writesAtReset = design.get(VmsaAtReset.SWITCH) == VmsaAtReset.WRITTEN;
        shutdown = design.get(KernelProfile.SWITCH).isSince(KernelChange.D_ES_SHUTDOWN.since())
                ? RunReturn.KVM_EXIT_SHUTDOWN : RunReturn.EINVAL;
    }

    /** Whether the host's write into what the launch measured for {@code vcpu} changes it. */
    public boolean canWrite(int vcpu) {
        return !isInside(vcpu) && launched.get(vcpu).written.isClear()
                && (!snp || !guarded && vmsas.vcpus().get(vcpu).isOfLaunch());
    }

    /** Whether the host's write into VMSA page {@code page} changes it. */
    public boolean canWritePage(int page) {
        boolean pages = vmsas.pages().get(page).memory.isPrivate(page);
        return vmsas.pages().get(page).written.filter(FlagCell::isClear).isPresent()
                && !vmsas.pages().get(page).made.isNone()
                && !vmsas.inUse(vmsas.pages().get(page)) && (!guarded || !pages);
    }

    private boolean isInside(int vcpu) {
        return states.get(vcpu).vcpu.guest.running.isSet();
    }

    @Override
    public Routine<Vcpu> reset() {
        return Routine.named("svm_vcpu_reset", SOURCE, code -> {
            code.given(writesAtReset && !snp, writes -> writes
                    .step("writes the registers of a reset into the VMSA",
                            vcpu -> launched.get(vcpu.number()).written.raise())
                    .costs("kvm.access"));
            replaced.ifPresent(state -> code.call(state.reset()));
        });
    }

    @Override
    public void takeRequests(Block<Vcpu> code, Routine<Vcpu> vcpuReset) {
        replaced.ifPresent(state -> state.takeRequests(code, vcpuReset));
    }

    @Override
    public void takeBlocked(Block<Vcpu> code, Routine<Vcpu> vcpuReset) {
        replaced.ifPresent(state -> state.takeBlocked(code, vcpuReset));
    }

    /** SHUTDOWN leaves a VMSA that KVM cannot make anew: KVM_RUN returns. */
    @Override
    public boolean vmrun(Vcpu vcpu) {
        Optional<FlagCell> written = runFrom(vcpu.number()).filter(FlagCell::isSet);
        if (written.isPresent() && guarded && !snp) {
            states.get(vcpu.number()).leave(shutdown, 0);
            return false;
        }
        if (replaced.isPresent() && !replaced.get().vmrun(vcpu)) {
            return false;
        }
        written.ifPresent(flag -> {
            launched.get(vcpu.number()).ranWritten.raise();
            flag.clear();
        });
        return true;
    }

    /** Whether the host has written into what {@code vcpu} runs from; none where that is none. */
    private Optional<FlagCell> runFrom(int vcpu) {
        if (!snp) {
            return Optional.of(launched.get(vcpu).written);
        }
        VcpuVmsa current = vmsas.vcpus().get(vcpu);
        if (current.isOfLaunch()) {
            return Optional.of(launched.get(vcpu).written);
        }
        return current.isInvalid() ? Optional.empty()
                : vmsas.pages().get(current.current.get()).written;
    }
}
