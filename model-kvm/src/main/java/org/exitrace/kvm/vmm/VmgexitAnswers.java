package org.exitrace.kvm.vmm;

import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.RunReturn;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vmgexit.SevEsState;

/**
 * A VMM that answers what a guest's VMGEXIT brings to user space. It has no device: what is read
 * gives all ones, what is written vanishes. Where nothing can be answered it closes the virtual
 * CPU.
 */
public final class VmgexitAnswers {

    private static final String SOURCE = "docs/kvm-host.md a.2";
    private static final String COST = "vmm.exit-to-user";

    private final Function<Vcpu, SevEsState> states;
    private final Routine<SevEsState> hypercall;
    private final Routine<SevEsState> certificates;
    private final boolean unmapsAtEnd;

    /**
     * The answers of a VMM.
     *
     * @param states what KVM keeps of each virtual CPU
     * @param hypercall what it does for KVM_EXIT_HYPERCALL; leaves what it answers in the data
     * @param certificates what it does for KVM_EXIT_SNP_REQ_CERTS, alike
     * @param unmapsAtEnd whether the kernel unmaps the GHCB of a virtual CPU that it frees
     */
    public VmgexitAnswers(Function<Vcpu, SevEsState> states, Routine<SevEsState> hypercall,
            Routine<SevEsState> certificates, boolean unmapsAtEnd) {
        this.states = states;
        this.hypercall = hypercall;
        this.certificates = certificates;
        this.unmapsAtEnd = unmapsAtEnd;
    }

    /** Answers KVM_HC_MAP_GPA_RANGE with 0, and does nothing. */
    public static Routine<SevEsState> agreeing() {
        return Routine.named("VMM", SOURCE, code -> code.step("hypercall.ret = 0",
                state -> state.data.clear()).costs(COST));
    }

    /** The thread of a virtual CPU: KVM_RUN, see why it returned, again. */
    public Routine<Vcpu> thread(Routine<Vcpu> kvmRun) {
        return Routine.named("VMM", "KVM API", code -> code
                .forever(loop -> loop
                        .call(kvmRun)
                        .when(VcpuThread::cannotGoOn, stop -> stop.done())
                        .call(states, answer())
                        .when(vcpu -> cannotGoOn(states.apply(vcpu)), stop -> stop
                                .call(states, close()).done())));
    }

    /**
     * KVM_RUN of a thread that is a script: again while the VMM can answer what came. Whatever else
     * ends it is told as EINVAL.
     */
    public Routine<Vcpu> untilReturned(Routine<Vcpu> kvmRun) {
        return Routine.named("VMM", "KVM API", code -> code
                .forever(loop -> loop
                        .call(kvmRun)
                        .when(vcpu -> !vcpu.exitReason.is(ExitReason.NONE), Block::leave)
                        .call(states, answer())
                        .when(vcpu -> cannotGoOn(states.apply(vcpu)), stop -> stop
                                .call(states, close())
                                .local(vcpu -> vcpu.exitReason.become(ExitReason.EINVAL))
                                .leave())));
    }

    private static boolean cannotGoOn(SevEsState state) {
        return !state.returned.is(RunReturn.NONE) && !state.returned.get().isAnswerable();
    }

    private Routine<SevEsState> answer() {
        return Routine.named("VMM", SOURCE, code -> code
                .when(state -> state.returned.isEither(
                                RunReturn.KVM_EXIT_IO, RunReturn.KVM_EXIT_MMIO),
                        device -> device.step("no device: all ones",
                                state -> state.data.become(-1)).costs(COST))
                .when(state -> state.returned.is(RunReturn.KVM_EXIT_HYPERCALL),
                        call -> call.call(hypercall))
                .when(state -> state.returned.is(RunReturn.KVM_EXIT_SNP_REQ_CERTS),
                        asked -> asked.call(certificates)));
    }

    /** {@code kvm_arch_vcpu_destroy}; nothing runs on the virtual CPU any more. */
    private Routine<SevEsState> close() {
        return Routine.named("sev_free_vcpu", "docs/ghcb.md B-5A", code -> code
                .step("close", state -> {
                    if (unmapsAtEnd) {
                        state.forget();
                    } else if (!state.mapped.isNone()) {
                        state.leaked.raise();
                    }
                }).costs(COST));
    }
}
