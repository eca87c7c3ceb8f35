package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.EventInjection;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * RDMSR and WRMSR; {@code SW_EXITINFO1} tells which. Of all MSRs this host knows two: MTRRcap can
 * be read, and a write to the microcode update is ignored. All else raises #GP, which the guest
 * finds in its GHCB.
 */
public final class MsrEvents implements ExitGroup<NaeEvent> {

    /** MTRRcap, with KVM's value (from memory). */
    private static final long MTRR_CAP = 0xFE;
    private static final long MTRR_CAP_VALUE = 0x508;
    /** The microcode update. */
    private static final long UCODE_WRITE = 0x79;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.MSR);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.when(MsrEvents::isWrite, write -> write
                .when(state -> !isNumber(state, UCODE_WRITE), MsrEvents::raise),
                read -> read.when(state -> isNumber(state, MTRR_CAP),
                        known -> known.local(state -> {
                            state.become(GhcbField.RAX, MTRR_CAP_VALUE);
                            state.become(GhcbField.RDX, 0);
                        }), MsrEvents::raise));
    }

    private static void raise(Block<SevEsState> code) {
        Reply.set(code, GhcbReply.ISSUE_EXCEPTION,
                state -> EventInjection.exception(EventInjection.GP));
    }

    private static boolean isWrite(SevEsState state) {
        return state.copy(GhcbField.SW_EXITINFO1) != 0;
    }

    private static boolean isNumber(SevEsState state, long number) {
        return (state.copy(GhcbField.RCX) & LOW_HALF) == number;
    }
}
