package org.exitrace.vtl.protocol.sendipi;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Choices;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.spec.HvStatus;

/** The guest's calls and kvm_hv_send_ipi, step by step. */
final class SendIpiCall {

    private final ProtocolRules rules;

    SendIpiCall(ProtocolRules rules) {
        this.rules = rules;
    }

    /** Calls of any variant for any target; what lies on the stack is a choice. */
    Routine<IpiCall> routine() {
        return Routine.named("kvm_hv_send_ipi", "docs/vtl.md d.4 R1", code -> code
                .repeat(IpiCall.CALLS, call -> call.made, this::once));
    }

    private void once(Block<IpiCall> code) {
        code.either("guest calls", SendIpiCall::calls);
        code.either("the stack holds", ways -> {
            for (NamedVtl residue : NamedVtl.values()) {
                ways.when("what names " + residue.label(), call -> true,
                        call -> call.leave(residue));
            }
        });
        if (rules.keep(ProtocolRule.TARGET_AFTER_COPY)) {
            copy(code);
            readTarget(code);
        } else {
            readTarget(code);
            copy(code);
        }
        code.given(rules.keep(ProtocolRule.TARGET_IN_RANGE), check -> check
                .when(call -> call.vtl.is(NamedVtl.VTL7), bad -> bad
                        .step("5 refuses the target", call ->
                                call.refuse(HvStatus.INVALID_PARAMETER)).again()));
        code.step("5 delivers", IpiCall::deliver);
    }

    private static void calls(Choices<IpiCall> ways) {
        for (Variant variant : Variant.values()) {
            for (NamedVtl target : NamedVtl.values()) {
                ways.when("a " + variant.label() + " call for " + target.label(),
                        call -> true, call -> call.make(variant, target));
            }
        }
    }

    private void copy(Block<IpiCall> code) {
        if (!rules.keep(ProtocolRule.FAST_HAS_TARGET)) {
            code.when(call -> call.variant.is(Variant.FAST) && !call.input.is(NamedVtl.NONE),
                    fast -> fast.step("4 upper half of the first register is not 0", call ->
                            call.refuse(HvStatus.INVALID_HYPERCALL_INPUT)).again());
        }
        code.step("4 copies the guest's input", IpiCall::copy);
    }

    private void readTarget(Block<IpiCall> code) {
        boolean perVariant = rules.keep(ProtocolRule.POINTER_PER_VARIANT);
        code.step("2 reads in_vtl", call -> call.vtl.become(
                perVariant && call.variant.is(Variant.EXTENDED)
                        ? call.stackEx.get() : call.stack.get()));
    }
}
