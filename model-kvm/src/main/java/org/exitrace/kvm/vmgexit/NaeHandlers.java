package org.exitrace.kvm.vmgexit;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.HvFeature;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;

/** What the host does for each event once it has refused nothing. */
final class NaeHandlers {

    private static final String SOURCE = "sev.c sev_handle_vmgexit; docs/ghcb.md f.2";

    private final Kernel kernel;

    NaeHandlers(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The routine of {@code event}; (0, 0) stands in the page already. */
    Routine<SevEsState> of(NaeEvent event) {
        return Routine.named(event.name(), SOURCE, code -> handle(code, event));
    }

    private void handle(Block<SevEsState> code, NaeEvent event) {
        switch (event) {
            case HV_FEATURES -> Reply.set(code, 0,
                    state -> HvFeature.SEV_SNP.bit() | HvFeature.AP_CREATION.bit());
            case WBINVD, INVD, NMI_COMPLETE -> { }
            default -> Reply.refuse(code, GhcbReply.INVALID_EVENT);
        }
    }
}
