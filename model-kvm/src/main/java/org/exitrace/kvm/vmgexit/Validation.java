package org.exitrace.kvm.vmgexit;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;

/** {@code sev_es_validate_vmgexit}: usage, then valid bits, then whether there is such an event. */
final class Validation {

    private static final String SOURCE = "sev.c sev_es_validate_vmgexit; docs/ghcb.md f.1";

    private final Kernel kernel;
    private final boolean snp;
    private final boolean fromCopy;

    /** The order of {@code kernel}; {@code fromCopy} tells whether all was copied before. */
    Validation(Kernel kernel, GuestVm vm, boolean fromCopy) {
        this.kernel = kernel;
        this.snp = vm.snp();
        this.fromCopy = fromCopy;
    }

    /** Ends with {@code refused}, and the reply written, where something is wrong. */
    Routine<SevEsState> validate() {
        return Routine.named("sev_es_validate_vmgexit", SOURCE, code -> {
            code.step("reads GHCB_USAGE", state -> state.fetch(GhcbField.GHCB_USAGE))
                    .costs(Reply.COST);
            code.when(state -> state.copy(GhcbField.GHCB_USAGE) != 0,
                    wrong -> refuse(wrong, GhcbReply.INVALID_USAGE));
            if (fromCopy) {
                copied(code);
                code.local(state -> state.validated.become(code(state)));
            } else {
                fromPage(code);
            }
        });
    }

    private void copied(Block<SevEsState> code) {
        int snpOnly = kernel.has(VmgexitChange.B_59)
                ? GhcbReply.INVALID_EVENT : GhcbReply.MISSING_INPUT;
        int addresses = kernel.has(VmgexitChange.B_59)
                ? GhcbReply.INVALID_INPUT : GhcbReply.MISSING_INPUT;
        code.when(state -> !Requirements.ALWAYS.stream().allMatch(state::has),
                missing -> refuse(missing, GhcbReply.MISSING_INPUT));
        code.when(state -> !Requirements.isKnown(code(state)),
                unknown -> refuse(unknown, GhcbReply.INVALID_EVENT));
        code.given(!snp, plain -> plain.when(state -> Requirements.isSnpOnly(code(state)),
                wrong -> refuse(wrong, snpOnly)));
        code.when(Validation::misses, missing -> refuse(missing, GhcbReply.MISSING_INPUT));
        code.when(state -> Requirements.isGuestRequest(code(state))
                        && !Requirements.areMessagePages(state.copy(GhcbField.SW_EXITINFO1),
                                state.copy(GhcbField.SW_EXITINFO2)),
                wrong -> refuse(wrong, addresses));
    }

    private static long code(SevEsState state) {
        return state.copy(GhcbField.SW_EXITCODE);
    }

    private static boolean misses(SevEsState state) {
        return SevEsState.READ.stream().anyMatch(field -> !state.has(field)
                && Requirements.needs(code(state), state.copy(GhcbField.SW_EXITINFO1),
                        state.copy(GhcbField.RAX), field));
    }

    /** The page's own bits are looked at, one after the other, as the page's code asks. */
    private void fromPage(Block<SevEsState> code) {
        code.step("reads SW_EXITCODE",
                state -> state.validated.become(state.look(GhcbField.SW_EXITCODE)))
                .costs(Reply.COST);
        Requirements.ALWAYS.forEach(field -> isValid(code, field));
        code.when(state -> !Requirements.isKnown(state.validated.get()),
                unknown -> refuse(unknown, GhcbReply.INVALID_EVENT));
        code.when(state -> isAny(state, NaeEvent.IOIO, NaeEvent.MSR,
                NaeEvent.AP_CREATION), asks -> asks.step("reads SW_EXITINFO1",
                        state -> state.fetch(GhcbField.SW_EXITINFO1))
                        .costs(Reply.COST));
        code.when(state -> isAny(state, NaeEvent.CPUID), asks ->
                asks.step("reads RAX", state -> state.fetch(GhcbField.RAX)).costs(Reply.COST));
        for (GhcbField field : SevEsState.READ) {
            if (Requirements.SOMETIMES.contains(field)) {
                code.when(state -> Requirements.needs(state.validated.get(),
                        state.copy(GhcbField.SW_EXITINFO1), state.copy(GhcbField.RAX), field),
                        needed -> isValid(needed, field));
            }
        }
    }

    private static boolean isAny(SevEsState state, NaeEvent... events) {
        return List.of(events).stream().anyMatch(
                event -> event.code() == state.validated.get());
    }

    private void isValid(Block<SevEsState> code, GhcbField field) {
        code.test(field + " is valid?", state -> state.page().isValid(field), yes -> { },
                missing -> refuse(missing, GhcbReply.MISSING_INPUT)).costs(Reply.COST);
    }

    private void refuse(Block<SevEsState> code, int how) {
        Refusal.write(code, kernel, how);
        code.done();
    }
}
