package org.exitrace.kvm.vmgexit;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;

/**
 * What KVM reads from the GHCB page and in which order: everything once, the bitmap first, before
 * it looks at anything (a made-up host: the bitmap last); or, in kernels of before 2023, what it
 * validates from the page itself, and then the same fields once more.
 */
final class Snapshot {

    private static final String SOURCE = "sev.c sev_es_sync_from_ghcb, sev_es_validate_vmgexit";

    private final boolean first;
    private final boolean copiesXss;
    private final boolean checksXcr0;
    private final boolean fieldsFirst;

    Snapshot(Kernel kernel) {
        copiesXss = kernel.has(VmgexitChange.D_XSS);
        checksXcr0 = kernel.has(VmgexitChange.B_5B);
        fieldsFirst = kernel.copiesFieldsFirst();
        first = kernel.has(VmgexitChange.B_51);
    }

    /** {@code sev_es_sync_from_ghcb}: bitmap, fields, and the page's bitmap is 0. */
    Routine<SevEsState> take() {
        return Routine.named("sev_es_sync_from_ghcb", SOURCE, code -> {
            if (fieldsFirst) {
                fields().forEach(field -> code.step("reads " + field, state -> {
                    state.noteEarly(field);
                    state.fetch(field);
                }).costs(Reply.COST));
                copyBitmap(code);
                code.local(this::dropInvalid);
            } else {
                copyBitmap(code);
                fields().forEach(field -> copy(code, field));
            }
            code.step("clears the valid bitmap", state -> state.page().valid.clear())
                    .costs(Reply.COST);
        });
    }

    /** The fields that are copied at all. */
    private List<GhcbField> fields() {
        return SevEsState.READ.stream().filter(field -> field != GhcbField.GHCB_USAGE
                && (field != GhcbField.XSS || copiesXss)).toList();
    }

    private static void copyBitmap(Block<SevEsState> code) {
        code.step("copies the valid bitmap",
                state -> state.valid.become(state.page().valid.get())).costs(Reply.COST);
    }

    /** The bitmap that was copied last says what of the copies is used. */
    private void dropInvalid(SevEsState state) {
        for (GhcbField field : fields()) {
            if (!state.has(field) && !Requirements.ALWAYS.contains(field)) {
                state.become(field, 0);
            }
        }
        if (state.has(GhcbField.XCR0)) {
            takeXcr0(state);
        }
    }

    private void copy(Block<SevEsState> code, GhcbField field) {
        if (Requirements.ALWAYS.contains(field)) {
            code.step("reads " + field, state -> state.fetch(field)).costs(Reply.COST);
        } else {
            code.when(state -> state.has(field), valid -> valid
                    .step("reads " + field, state -> state.fetch(field)).costs(Reply.COST)
                    .given(field == GhcbField.XCR0, xcr0 -> xcr0.local(this::takeXcr0)),
                    invalid -> invalid.local(state -> state.become(field, 0)));
        }
    }

    /** What no processor takes is ignored; or was once taken as it came. */
    private void takeXcr0(SevEsState state) {
        long given = state.copy(GhcbField.XCR0);
        if (CpuidLeaves.isValidXcr0(given)) {
            state.badXcr0.clear();
        } else if (checksXcr0) {
            return;
        } else {
            state.badXcr0.raise();
        }
        state.xcr0.become(given & (1L << CpuidLeaves.XCR0_BITS) - 1);
    }

    /** Whether the copy is taken before anything is validated. */
    boolean isFirst() {
        return first;
    }
}
