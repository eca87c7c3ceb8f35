package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.EncryptionLeaf;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code sev_handle_vmgexit_msr_protocol}. The MSR is the virtual CPU's own, so that a request that
 * touches nothing else takes no step; a request that the host does not know is left as it stands.
 */
public final class MsrProtocol implements ExitGroup<MsrInfo> {

    private static final long LEAST_VERSION = 1;
    private static final long ALL_ONES = (1L << Long.SIZE - MsrInfo.BITS) - 1;
    private static final long VALUE_MASK = 0xFFFF_FFFFL;
    private static final int REGISTER_PLACE = 30;
    private static final int VALUE_PLACE = 32;

    private final GuestVm vm;

    /** As {@code vm} is answered. */
    public MsrProtocol(GuestVm vm) {
        this.vm = vm;
    }

    @Override
    public Set<MsrInfo> handles() {
        Set<MsrInfo> all = EnumSet.of(MsrInfo.SEV_INFO_REQUEST, MsrInfo.CPUID_REQUEST,
                MsrInfo.PREFERRED_GPA_REQUEST, MsrInfo.REGISTER_GPA_REQUEST,
                MsrInfo.HV_FEATURES_REQUEST, MsrInfo.TERMINATION_REQUEST);
        if (!vm.snp()) {
            all.add(MsrInfo.PAGE_STATE_CHANGE_REQUEST);
        }
        return all;
    }

    @Override
    public void begin(Block<SevEsState> code, MsrInfo request) {
        switch (request) {
            case SEV_INFO_REQUEST -> code.local(state -> state.guest.msr.become(
                    MsrInfo.sevInfo(vm.ghcbVersion(), LEAST_VERSION, EncryptionLeaf.C_BIT)));
            case HV_FEATURES_REQUEST -> code.local(state -> state.guest.msr.become(
                    MsrInfo.HV_FEATURES_RESPONSE.with(VmEvents.FEATURES)));
            case CPUID_REQUEST -> code.local(this::answerCpuid);
            case PREFERRED_GPA_REQUEST -> ofSnpOnly(code, state -> state.guest.msr.become(
                    MsrInfo.PREFERRED_GPA_RESPONSE.with(ALL_ONES)));
            case REGISTER_GPA_REQUEST -> ofSnpOnly(code, MsrProtocol::register);
            default -> code.local(MsrProtocol::terminate);
        }
    }

    private void ofSnpOnly(
            Block<SevEsState> code, Consumer<SevEsState> answer) {
        code.local(vm.snp() ? answer : MsrProtocol::terminate);
    }

    private static void terminate(SevEsState state) {
        state.leave(RunReturn.KVM_EXIT_SYSTEM_EVENT, state.guest.msr.get());
    }

    /** A page that is nobody's GHCB is registered as well as another, and never used. */
    private static void register(SevEsState state) {
        long frame = MsrInfo.data(state.guest.msr.get());
        state.registered.clear();
        state.guest.at(frame << GhcbPage.PAGE_BITS).map(GhcbPage::number)
                .ifPresent(state.registered::become);
        state.guest.msr.become(MsrInfo.REGISTER_GPA_RESPONSE.with(frame));
    }

    /** Registers in the order EAX, EBX, ECX, EDX; subleaf 0; the bits between stay as asked. */
    private void answerCpuid(SevEsState state) {
        long msr = state.guest.msr.get();
        int register = (int) (msr >>> REGISTER_PLACE & 3);
        long value = CpuidLeaves.registers(
                msr >>> VALUE_PLACE, 0, vm.snp(), state.xcr0.get(), 0)[register];
        long kept = msr & VALUE_MASK & -(1L << MsrInfo.BITS);
        state.guest.msr.become(
                value << VALUE_PLACE | kept | MsrInfo.CPUID_RESPONSE.code());
    }
}
