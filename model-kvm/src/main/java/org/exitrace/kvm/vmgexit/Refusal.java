package org.exitrace.kvm.vmgexit;

import org.exitrace.engine.routine.Block;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.RunReturn;

/** What becomes of a request that is malformed: since B-57 the guest is told, before the VMM. */
final class Refusal {

    private Refusal() {
    }

    /**
     * Writes the refusal.
     *
     * @param how a code of {@link org.exitrace.ghcb.spec.GhcbReply}
     */
    static void write(Block<SevEsState> code, Kernel kernel, int how) {
        if (kernel.has(VmgexitChange.B_57)) {
            Reply.refuse(code, how);
        } else {
            code.local(state -> {
                state.refused.raise();
                state.leave(RunReturn.EINVAL, 0);
            });
        }
    }
}
