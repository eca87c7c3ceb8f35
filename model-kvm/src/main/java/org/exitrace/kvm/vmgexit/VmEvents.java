package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.HvFeature;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.spec.RunReturn;

/** What the host offers, and the guest's last words: docs/ghcb.md f.2. */
public final class VmEvents implements ExitGroup<NaeEvent> {

    /** What this host can do; it tells the same to every guest. */
    static final long FEATURES = HvFeature.SEV_SNP.bit() | HvFeature.AP_CREATION.bit();

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.HV_FEATURES, NaeEvent.TERMINATION_REQUEST,
                NaeEvent.UNSUPPORTED_EVENT);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        switch (event) {
            case HV_FEATURES -> Reply.set(code, 0, state -> FEATURES);
            case TERMINATION_REQUEST -> code.local(state -> state.leave(
                    RunReturn.KVM_EXIT_SYSTEM_EVENT, state.guest.msr.get()));
            default -> code.local(state -> state.leave(RunReturn.EINVAL, 0));
        }
    }
}
