package org.exitrace.vtl.protocol.intercept;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.translate.CachedRegister;

/** VTL 0's vCPU, which touches a page that VTL 1 protects. */
final class FaultingVcpu extends Region {

    /** RIP of the instruction that touches the page. */
    static final int AT_FAULT = 0;
    private static final int BEHIND = 1;
    private static final int OF_VTL1 = 2;

    /** VTL 1's vCPU, and what KVM keeps of Hyper-V for it, exist. */
    final FlagCell sibling = cells().flag("sibling");
    final FlagCell running = cells().flag("running").initially(true);
    final CachedRegister rip;
    /** intercept_info of VTL 1's vCPU is written. */
    final FlagCell record = cells().flag("record");
    /** RIP in it, if the design has that. */
    final CountCell recorded = cells().count("recorded rip", OF_VTL1);
    final FlagCell request = cells().flag("request");
    final FlagCell followedNull = ghost().flag("followed NULL");

    FaultingVcpu(CellScope scope, boolean keepsCache, boolean withSibling) {
        super(scope);
        sibling.initially(withSibling);
        rip = new CachedRegister(scope.in("rip"), OF_VTL1, keepsCache);
    }

    static Routine<FaultingVcpu> routine(ProtocolRules rules) {
        return Routine.named("fault", "docs/vtl.md d.4 R6", code -> {
            code.step("guest touches the page", vcpu -> vcpu.running.clear());
            code.test("reads the table of vCPUs", vcpu -> vcpu.sibling.isClear(), none -> none
                    .local(vcpu -> vcpu.followedNull.become(
                            !rules.keep(ProtocolRule.CONTEXT_CHECKED)))
                    .done());
            code.step("writes the record", vcpu -> {
                vcpu.record.raise();
                vcpu.recorded.become(vcpu.rip.get());
            });
            code.step("makes the request, kicks VTL 1's vCPU", vcpu -> vcpu.request.raise());
            code.given(!rules.keep(ProtocolRule.LOWER_STOPPED), runs -> runs
                    .step("KVM_RUN: guest goes on", vcpu -> {
                        vcpu.running.raise();
                        vcpu.rip.become(BEHIND);
                        vcpu.rip.settle();
                    }));
        });
    }
}
