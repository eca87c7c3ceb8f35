package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * {@code snp_handle_guest_req}: KVM hands a message to the firmware, and the firmware's error to
 * the guest. The firmware of this machine takes every message, and looks at none: what it makes of
 * them is the matter of the firmware's own machines. A request with certificates finds none.
 */
final class GuestRequests implements ExitGroup<NaeEvent> {

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.GUEST_REQUEST, NaeEvent.EXTENDED_GUEST_REQUEST);
    }

    /** (0, 0) stands in the page: no error of the firmware's, and none of the VMM's. */
    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.pause("SNP_GUEST_REQUEST").costs(Reply.COST);
    }
}
