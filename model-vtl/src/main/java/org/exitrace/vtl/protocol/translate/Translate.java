package org.exitrace.vtl.protocol.translate;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.design.TranslateBy;
import org.exitrace.vtl.spec.HvStatus;

/** The steps of a translation, under whatever keeps VTL 0's vCPU still. */
final class Translate {

    private final TranslateBy by;
    private final ProtocolRules rules;

    Translate(TranslateBy by, ProtocolRules rules) {
        this.by = by;
        this.rules = rules;
    }

    Routine<Translation> routine() {
        return Routine.named("translate", "docs/vtl.md d.3", code -> {
            code.step("1 reads the input block", call -> call.target.watch());
            sibling(code);
            if (by == TranslateBy.IN_KERNEL) {
                walk(code);
                finish(code);
                return;
            }
            if (by == TranslateBy.TRY_LOCK) {
                code.tryLock("tries vcpu->mutex of VTL 0", call -> call.target.mutex, busy ->
                        busy.local(call -> call.end(HvStatus.OPERATION_FAILED)).done());
            } else {
                code.given(by != TranslateBy.KICK_AND_WAIT, exit -> exit
                        .pause("exits to user space, which calls an ioctl of VTL 0's vCPU"));
                code.given(rules.keep(ProtocolRule.TARGET_KICKED), kick -> kick
                        .step("kicks VTL 0's vCPU", call -> call.target.kicked.raise()));
                code.lock("locks vcpu->mutex of VTL 0", call -> call.target.mutex);
            }
            code.given(rules.keep(ProtocolRule.TARGET_LOADED), load -> load
                    .local(call -> call.loaded.raise()));
            walk(code);
            code.local(call -> call.loaded.clear());
            code.unlock("unlocks vcpu->mutex of VTL 0", call -> call.target.mutex);
            finish(code);
        });
    }

    private static void finish(Block<Translation> code) {
        code.step("writes the output block", call -> call.end(HvStatus.SUCCESS));
    }

    private void sibling(Block<Translation> code) {
        if (rules.keep(ProtocolRule.SIBLING_CHECKED)) {
            code.test("2 reads the table of vCPUs", call -> call.sibling.isClear(), none -> none
                    .local(call -> call.end(HvStatus.INVALID_VP_STATE)).done());
        } else {
            code.test("2 reads the table of vCPUs", call -> call.sibling.isClear(), none -> none
                    .local(call -> {
                        call.followedNull.raise();
                        call.end(HvStatus.OPERATION_FAILED);
                    }).done());
        }
    }

    private void walk(Block<Translation> code) {
        code.step("3 reads walk_mmu", call -> {
            call.mmuIsNested.become(call.read().nested.isSet());
            call.functionIsNested.become(call.mmuIsNested.isSet());
        });
        code.given(!rules.keep(ProtocolRule.WALK_READ_ONCE), twice -> twice
                .step("4 reads walk_mmu again", call ->
                        call.functionIsNested.become(call.read().nested.isSet())));
        code.step("4 reads gva_to_gpa", call -> call.function.become(
                call.read().mmu(call.functionIsNested.isSet()).function.get()));
        code.step("7 reads the role", call -> call.role.become(
                call.read().mmu(call.mmuIsNested.isSet()).role.get()));
        code.step("7 reads CR3 and walks", call ->
                call.cr3.become(call.read().cr3.read(call.loaded.isSet())));
    }
}
