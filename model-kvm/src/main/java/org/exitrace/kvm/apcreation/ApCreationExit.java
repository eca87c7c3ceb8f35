package org.exitrace.kvm.apcreation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.ApCreation;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.VcpuMode;
import org.exitrace.kvm.vmgexit.ExitGroup;
import org.exitrace.kvm.vmgexit.Reply;
import org.exitrace.kvm.vmgexit.SevEsState;

/**
 * {@code sev_snp_ap_creation}: what the requester's thread does. What it stores, it stores under
 * the target's {@code snp_vmsa_mutex}; so that storing joins the step that takes it.
 */
public final class ApCreationExit implements ExitGroup<NaeEvent> {

    private static final String COST = "kvm.access";
    private static final String MUTEX = "snp_vmsa_mutex";
    private static final long PAGE_OFFSET = 0xFFF;
    private static final int ADDRESS_BITS = 52;
    private static final long HUGE_OFFSET = (1L << 21) - 1;
    private static final long INJECTION_MODES = 0b11000;

    private final List<SnpVcpu> vcpus;
    private final RequestWait wait;
    private final boolean makesRunnable;
    private final boolean checksFirst;
    private final boolean comparesFeatures;
    private final boolean refusesHuge;

    /** The handler of a host of {@code kernel}. */
    public ApCreationExit(Kernel kernel, Design design, List<SnpVcpu> vcpus) {
        this.vcpus = List.copyOf(vcpus);
        this.wait = design.get(RequestWait.SWITCH);
        this.makesRunnable = design.get(CreatedState.SWITCH) == CreatedState.MADE_RUNNABLE;
        this.checksFirst = kernel.has(VmgexitChange.B_46);
        this.comparesFeatures = kernel.has(VmgexitChange.B_48);
        this.refusesHuge = kernel.has(VmgexitChange.B_4B);
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.AP_CREATION);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        for (SnpVcpu snp : vcpus) {
            code.when(state -> ApCreation.apicId(state.copy(GhcbField.SW_EXITINFO1))
                    == snp.vcpu.number(), one -> {
                        ask(one, snp);
                        one.done();
                    });
        }
        Reply.refuse(code, GhcbReply.INVALID_INPUT);
    }

    private void ask(Block<SevEsState> code, SnpVcpu snp) {
        code.lock(MUTEX, state -> snp.mutex).costs(COST);
        if (checksFirst) {
            code.when(state -> !accepts(state), bad -> {
                bad.unlock(MUTEX, state -> snp.mutex).costs(COST);
                refuse(bad);
            });
        }
        code.local(state -> store(state, snp));
        code.when(state -> request(state) != ApCreation.CREATE_ON_INIT,
                now -> signal(now, snp));
        code.unlock(MUTEX, state -> snp.mutex).costs(COST);
        if (wait == RequestWait.UNTIL_TAKEN) {
            code.await("the target has taken it",
                    state -> snp.update.isClear() && snp.mutex.isFree()).costs(COST);
        }
        code.when(state -> !accepts(state), ApCreationExit::refuse);
    }

    private static void refuse(Block<SevEsState> code) {
        Reply.refuse(code, GhcbReply.INVALID_INPUT);
        code.done();
    }

    private static long request(SevEsState state) {
        return ApCreation.request(state.copy(GhcbField.SW_EXITINFO1));
    }

    private boolean accepts(SevEsState state) {
        long request = request(state);
        if (request == ApCreation.DESTROY) {
            return true;
        }
        long address = state.copy(GhcbField.SW_EXITINFO2);
        return (request == ApCreation.CREATE || request == ApCreation.CREATE_ON_INIT)
                && featuresFit(state.copy(GhcbField.RAX))
                && (address & PAGE_OFFSET) == 0 && address >>> ADDRESS_BITS == 0
                && !(refusesHuge && (address & HUGE_OFFSET) == 0);
    }

    /** Before 745ff82199b1 only the modes of interrupt injection had to be those of the VM. */
    private boolean featuresFit(long rax) {
        long differing = rax ^ VmsaPage.VM_FEATURES;
        return comparesFeatures ? differing == 0 : (differing & INJECTION_MODES) == 0;
    }

    /** Stores what is asked for; kernels that check later have taken the old state away by then. */
    private void store(SevEsState state, SnpVcpu snp) {
        boolean accepted = accepts(state);
        snp.waiting.raise();
        snp.pending.clear();
        if (!accepted) {
            snp.touchedByRefused.raise();
        } else if (request(state) == ApCreation.DESTROY) {
            snp.vmsa.destroyTaken.raise();
            snp.vmsa.created.clear();
        } else {
            snp.ask(state.copy(GhcbField.SW_EXITINFO2));
            snp.vmsa.destroyTaken.clear();
            snp.vmsa.destroyed.clear();
            if (request(state) == ApCreation.CREATE) {
                snp.vmsa.created.become(snp.pending.get());
            } else {
                snp.vmsa.created.clear();
            }
        }
    }

    /** {@code kvm_make_request_and_kick}: the bit, the mode, and the IPI that may be waited for. */
    private void signal(Block<SevEsState> code, SnpVcpu snp) {
        if (makesRunnable) {
            code.step("mp_state = RUNNABLE, if it waits for INIT or SIPI",
                    state -> makeRunnable(state, snp)).costs(COST);
        }
        code.step("kvm_make_request(KVM_REQ_UPDATE_PROTECTED_GUEST_STATE)",
                state -> snp.update.raise()).costs(COST);
        if (wait != RequestWait.OWN_KICK && wait != RequestWait.OUTSIDE_GUEST) {
            code.step("kvm_vcpu_kick", state -> snp.vcpu.kick()).costs("kvm.kick");
            return;
        }
        code.test("__kvm_vcpu_kick", state -> sendsIpi(state, snp), sent -> sent
                .await("ack_kick has run", state -> !snp.unanswered.has(state.vcpu.number()))
                .costs("kvm.kick")).costs("kvm.kick");
    }

    private static void makeRunnable(SevEsState state, SnpVcpu snp) {
        if (request(state) == ApCreation.CREATE && snp.vcpu.mpState.isEither(
                MpState.UNINITIALIZED, MpState.INIT_RECEIVED)) {
            snp.vcpu.mpState.become(MpState.RUNNABLE);
        }
    }

    /** One exchange of the target's mode, and the IPI that follows from it. */
    private boolean sendsIpi(SevEsState state, SnpVcpu snp) {
        boolean sends = wait == RequestWait.OWN_KICK
                ? snp.vcpu.mode.is(VcpuMode.IN_GUEST_MODE)
                : !snp.vcpu.mode.is(VcpuMode.OUTSIDE_GUEST_MODE);
        snp.vcpu.kick();
        if (sends) {
            snp.unanswered.add(state.vcpu.number());
        }
        return sends;
    }
}
