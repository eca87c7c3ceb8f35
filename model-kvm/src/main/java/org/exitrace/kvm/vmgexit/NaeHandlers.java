package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.HvFeature;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.spec.RunReturn;

/** Events that concern nothing but the virtual CPU itself: docs/ghcb.md f.2. */
public final class NaeHandlers implements ExitGroup<NaeEvent> {

    /** What this host can do; it tells the same to every guest. */
    static final long FEATURES = HvFeature.SEV_SNP.bit() | HvFeature.AP_CREATION.bit();

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.HV_FEATURES, NaeEvent.WBINVD, NaeEvent.INVD,
                NaeEvent.NMI_COMPLETE, NaeEvent.TERMINATION_REQUEST, NaeEvent.UNSUPPORTED_EVENT);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        switch (event) {
            case HV_FEATURES -> Reply.set(code, 0, state -> FEATURES);
            case TERMINATION_REQUEST -> code.local(state -> state.leave(
                    RunReturn.KVM_EXIT_SYSTEM_EVENT, state.guest.msr.get()));
            case UNSUPPORTED_EVENT -> code.local(state -> state.leave(RunReturn.EINVAL, 0));
            case NMI_COMPLETE -> code.local(state -> state.guest.nmiCompleted());
            default -> { }
        }
    }
}
