package org.exitrace.kvm.vmgexit;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;

/** {@code sev_es_validate_vmgexit}: usage, then valid bits, then whether there is such an event. */
final class Validation {

    private static final String SOURCE = "sev.c sev_es_validate_vmgexit";

    private final Snapshot snapshot;

    Validation(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Ends with {@code refused}, and the reply written, where something is wrong. */
    Routine<SevEsState> validate() {
        return Routine.named("sev_es_validate_vmgexit", SOURCE, code -> {
            code.step("reads GHCB_USAGE", state -> state.fetch(GhcbField.GHCB_USAGE))
                    .costs(Reply.COST);
            code.when(state -> state.copy(GhcbField.GHCB_USAGE) != 0, wrong -> {
                Reply.refuse(wrong, GhcbReply.INVALID_USAGE);
                wrong.done();
            });
            if (snapshot.isFirst()) {
                code.when(Validation::misses, Validation::missing);
                code.local(state -> state.validated.become(
                        state.copy(GhcbField.SW_EXITCODE)));
            } else {
                fromPage(code);
            }
            code.when(state -> NaeEvent.of(state.validated.get()).isEmpty(), unknown ->
                    Reply.refuse(unknown, GhcbReply.INVALID_EVENT));
        });
    }

    private static boolean misses(SevEsState state) {
        long code = state.copy(GhcbField.SW_EXITCODE);
        return SevEsState.READ.stream().anyMatch(field -> !state.has(field)
                && Requirements.needs(code, state.copy(GhcbField.SW_EXITINFO1),
                        state.copy(GhcbField.RAX), field));
    }

    /** The page's own bits are looked at, one after the other, as the page's code asks. */
    private static void fromPage(Block<SevEsState> code) {
        code.step("reads SW_EXITCODE",
                state -> state.validated.become(state.look(GhcbField.SW_EXITCODE)))
                .costs(Reply.COST);
        for (GhcbField field : SevEsState.READ) {
            if (!field.hasValidBit()) {
                continue;
            }
            code.when(state -> Requirements.needs(state.validated.get(),
                    state.page().get(GhcbField.SW_EXITINFO1), state.page().get(GhcbField.RAX),
                    field), needed -> needed.test(field + " is valid?",
                            state -> state.page().isValid(field), yes -> { },
                            Validation::missing).costs(Reply.COST));
        }
    }

    private static void missing(Block<SevEsState> code) {
        Reply.refuse(code, GhcbReply.MISSING_INPUT);
        code.done();
    }
}
