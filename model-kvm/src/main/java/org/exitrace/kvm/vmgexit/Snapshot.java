package org.exitrace.kvm.vmgexit;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;

/**
 * What KVM reads from the GHCB page and in which order: everything once, the bitmap first, before
 * it looks at anything; or, in kernels of before 2023, what it validates from the page itself, and
 * then the same fields once more.
 */
final class Snapshot {

    private static final String SOURCE = "sev.c sev_es_sync_from_ghcb, sev_es_validate_vmgexit";

    private final boolean first;

    Snapshot(Kernel kernel) {
        first = kernel.has(VmgexitChange.B_51);
    }

    /** {@code sev_es_sync_from_ghcb}: bitmap, fields, and the page's bitmap is 0. */
    Routine<SevEsState> take() {
        return Routine.named("sev_es_sync_from_ghcb", SOURCE, code -> {
            code.step("copies the valid bitmap",
                    state -> state.valid.become(state.page().valid.get())).costs(Reply.COST);
            for (GhcbField field : SevEsState.READ) {
                if (field != GhcbField.GHCB_USAGE) {
                    copy(code, field);
                }
            }
            code.step("clears the valid bitmap", state -> state.page().valid.clear())
                    .costs(Reply.COST);
        });
    }

    private static void copy(Block<SevEsState> code, GhcbField field) {
        if (Requirements.needs(0, 0, 0, field)) {
            code.step("reads " + field, state -> state.fetch(field)).costs(Reply.COST);
        } else {
            code.when(state -> state.has(field), valid -> valid
                    .step("reads " + field, state -> state.fetch(field)).costs(Reply.COST));
        }
    }

    /** Whether the copy is taken before anything is validated. */
    boolean isFirst() {
        return first;
    }
}
