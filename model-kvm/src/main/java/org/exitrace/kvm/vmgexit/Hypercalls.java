package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code kvm_emulate_hypercall}: the number in RAX, arguments in RBX, RCX, RDX and RSI, the result
 * in RAX. Two hypercalls are known: KVM_HC_VAPIC_POLL_IRQ does nothing, KVM_HC_MAP_GPA_RANGE goes
 * to user space.
 */
public final class Hypercalls implements ExitGroup<NaeEvent> {

    private static final long VAPIC_POLL_IRQ = 1;
    private static final long MAP_GPA_RANGE = 12;
    private static final long EPERM = 1;
    private static final long EINVAL = 22;
    private static final long ENOSYS = 1000;

    private final GuestVm vm;

    /** Those of {@code vm}. */
    public Hypercalls(GuestVm vm) {
        this.vm = vm;
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.VMMCALL);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.when(state -> state.copy(GhcbField.CPL) != 0, user -> give(user, -EPERM));
        code.when(state -> isNumber(state, VAPIC_POLL_IRQ), poll -> give(poll, 0));
        code.when(state -> !isNumber(state, MAP_GPA_RANGE) || !vm.hypercallExits(),
                unknown -> give(unknown, -ENOSYS));
        code.when(Hypercalls::isNoRange, wrong -> give(wrong, -EINVAL));
        code.local(state -> state.leave(RunReturn.KVM_EXIT_HYPERCALL, 0));
    }

    @Override
    public void complete(Block<SevEsState> code, NaeEvent event) {
        code.local(state -> state.become(GhcbField.RAX, state.data.get()));
    }

    private static void give(Block<SevEsState> code, long result) {
        code.done(state -> state.become(GhcbField.RAX, result));
    }

    private static boolean isNumber(SevEsState state, long number) {
        return state.copy(GhcbField.RAX) == number;
    }

    private static boolean isNoRange(SevEsState state) {
        long address = state.copy(GhcbField.RBX);
        long frame = address >>> GhcbPage.PAGE_BITS;
        long pages = state.copy(GhcbField.RCX);
        return frame << GhcbPage.PAGE_BITS != address || pages == 0
                || Long.compareUnsigned(frame + pages, frame) <= 0;
    }
}
