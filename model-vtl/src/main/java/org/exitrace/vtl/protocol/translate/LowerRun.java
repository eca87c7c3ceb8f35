package org.exitrace.vtl.protocol.translate;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.translate.Mmu.Paging;

/** VTL 0's vCPU runs though VTL 1 does, or another thread sets its registers: one change. */
final class LowerRun {

    private LowerRun() {
    }

    static Routine<TargetVcpu> routine() {
        return Routine.named("KVM_RUN of VTL 0", "docs/vtl.md d.3", code -> {
            code.lock("locks vcpu->mutex", target -> target.mutex);
            code.local(target -> target.running.raise());
            code.either("guest", ways -> {
                ways.when("5 writes CR4", target -> true,
                        target -> target.paging.become(Paging.FIVE_LEVELS), LowerRun::reset);
                ways.when("writes CR3", target -> true, target -> {
                    target.cr3.become(1);
                    target.settle();
                });
                ways.when("enters a nested guest: walk_mmu = nested_mmu", target -> true,
                        target -> {
                            target.nested.raise();
                            target.settle();
                        });
                ways.when("does nothing of that", target -> true, target -> { });
            });
            code.either("then", ways -> {
                ways.when("guest exits", target -> true, target -> { });
                ways.when("guest runs on", target -> true, target -> { }, on -> on
                        .await("is kicked out", target -> target.kicked.isSet()).mayRest());
            });
            code.local(target -> target.running.clear());
            code.unlock("unlocks vcpu->mutex", target -> target.mutex);
        });
    }

    private static void reset(Block<TargetVcpu> code) {
        code.step("6 writes the role", target ->
                target.rootMmu.role.become(Paging.FIVE_LEVELS));
        code.step("6 writes gva_to_gpa", target -> {
            target.rootMmu.function.become(Paging.FIVE_LEVELS);
            target.settle();
        });
    }
}
