package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * Messages of an SNP guest to the firmware, whose pages were looked at before. The firmware of this
 * host takes each of them, so that the answer that was written ahead stands; how it refuses, and
 * what guests make of that, is told by the firmware's own model. User space has not asked to be
 * asked for certificates.
 *
 * <p>Source: {@code sev.c} snp_handle_guest_req, snp_handle_ext_guest_req; docs/ghcb.md d.5, f.2.
 */
final class GuestRequests implements ExitGroup<NaeEvent> {

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.GUEST_REQUEST, NaeEvent.EXTENDED_GUEST_REQUEST);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.local(state -> state.data.clear());
    }
}
