package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.EventInjection;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.spec.RunReturn;

/**
 * Instructions that concern the virtual CPU alone, as {@code svm_exit_handlers} takes them: what
 * has no handler there ends in an internal error, and what is not for guests in #UD. Time does not
 * pass for performance counters: each holds 0.
 */
public final class CpuEvents implements ExitGroup<NaeEvent> {

    /** Reset value of DR7, and the bit of it that always reads as 1. */
    static final long DR7_RESET = 0x400;

    private static final long DR7_VOLATILE = 0xFFFF_2BFFL;
    private static final long COUNTERS = 6;

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.DR7_READ, NaeEvent.DR7_WRITE, NaeEvent.RDTSC, NaeEvent.RDTSCP,
                NaeEvent.RDPMC, NaeEvent.INVD, NaeEvent.WBINVD, NaeEvent.MONITOR, NaeEvent.MWAIT,
                NaeEvent.NMI_COMPLETE);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        switch (event) {
            case DR7_READ -> code.local(state ->
                    state.become(GhcbField.RAX, state.dr7()));
            case DR7_WRITE -> code.local(CpuEvents::writeDr7);
            case RDPMC -> code.local(CpuEvents::readCounter);
            case RDTSC -> code.local(state ->
                    state.leave(RunReturn.KVM_EXIT_INTERNAL_ERROR, 0));
            case RDTSCP -> code.local(state -> state.injected.become(EventInjection.UD));
            case NMI_COMPLETE -> code.local(state -> {
                state.guest.nmiCompleted();
                state.vcpu.eventRequest.raise();
            });
            default -> { }
        }
    }

    private static void writeDr7(SevEsState state) {
        long value = state.copy(GhcbField.RAX);
        if (value >>> Integer.SIZE != 0) {
            state.injected.become(EventInjection.GP);
        } else {
            state.writeDr7(value & DR7_VOLATILE | DR7_RESET);
        }
    }

    private static void readCounter(SevEsState state) {
        if (Long.compareUnsigned(state.copy(GhcbField.RCX), COUNTERS) < 0) {
            state.become(GhcbField.RAX, 0);
            state.become(GhcbField.RDX, 0);
        } else {
            state.injected.become(EventInjection.GP);
        }
    }
}
