package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.PageStateList;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code snp_begin_psc_msr} and {@code snp_complete_psc_msr}: one page, by the GHCB MSR of an
 * SNP guest.
 */
public final class PageStateRequests implements ExitGroup<MsrInfo> {

    /** {@code GHCBData} of a response that says no: bit 63 of the MSR. */
    static final long FAILED = 1L << 51;

    private static final int OPERATION_AT = 40;
    private static final long OPERATION = 15;

    private final GuestVm vm;
    private final boolean checksAnswer;
    private final boolean checksOperation;
    private final List<PageStateWork> works;

    /** The handler of a host of {@code kernel}; {@code works} by virtual CPU. */
    public PageStateRequests(Kernel kernel, GuestVm vm, List<PageStateWork> works) {
        this.vm = vm;
        this.works = List.copyOf(works);
        checksAnswer = kernel.has(VmgexitChange.B_98);
        checksOperation = kernel.has(VmgexitChange.D_MSR_OPERATION);
    }

    @Override
    public Set<MsrInfo> handles() {
        return EnumSet.of(MsrInfo.PAGE_STATE_CHANGE_REQUEST);
    }

    @Override
    public void begin(Block<SevEsState> code, MsrInfo request) {
        code.when(state -> !vm.hypercallExits() || !isSupported(operation(state)),
                no -> no.done(this::refuse));
        code.local(state -> {
            PageStateWork work = works.get(state.vcpu.number());
            long data = MsrInfo.data(state.guest.msr.get());
            work.entry.become(data << MsrInfo.BITS);
            work.pages.become(1);
            state.leave(RunReturn.KVM_EXIT_HYPERCALL, 0);
        });
    }

    @Override
    public void complete(Block<SevEsState> code, MsrInfo request) {
        code.local(state -> works.get(state.vcpu.number()).endRange());
        if (checksAnswer) {
            code.when(state -> !PageStateExits.isAnswer(state.data.get()), nonsense -> nonsense
                    .done(SevEsState::failOnAnswer));
        }
        code.local(state -> answer(state, state.data.is(0) ? 0 : FAILED));
    }

    /** Where nobody looks at the operation, one that does nothing is told to be done. */
    private void refuse(SevEsState state) {
        boolean smashes = vm.hypercallExits() && !checksOperation;
        if (smashes) {
            works.get(state.vcpu.number()).smashedByMsr.raise();
        }
        answer(state, smashes ? 0 : FAILED);
    }

    private static void answer(SevEsState state, long data) {
        state.guest.msr.become(MsrInfo.PAGE_STATE_CHANGE_RESPONSE.with(data));
    }

    private static boolean isSupported(long operation) {
        return operation == PageStateList.PRIVATE || operation == PageStateList.SHARED;
    }

    private static long operation(SevEsState state) {
        return MsrInfo.data(state.guest.msr.get()) >>> OPERATION_AT & OPERATION;
    }
}
