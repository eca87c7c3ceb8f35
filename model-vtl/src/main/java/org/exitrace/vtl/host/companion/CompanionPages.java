package org.exitrace.vtl.host.companion;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.state.VtlCosts;

/**
 * Where the threads of vCPUs meet what a guest with pages needs.
 *
 * @param kernel who is told of a violation by whom
 * @param exits what is told
 * @param faults what the kernel does about an access
 * @param calls what user space does for VTL0
 */
record CompanionPages(Kernel kernel, PageExits<VcpuThread> exits, AttributeFault faults,
        CompanionCalls calls) {

    static CompanionPages furnish(HostSite site, Kernel kernel, CompanionCalls calls) {
        PageExits<VcpuThread> exits = new PageExits<>(calls, site.model(), site.bounds());
        site.guest().memory.mapsBy(calls.attributes().tables());
        return new CompanionPages(kernel, exits, new AttributeFault(kernel, calls.attributes(),
                exits, calls.design().get(FaultGuard.SWITCH),
                        Siblings.hasMoreThanTwo(site.bounds())), calls);
    }

    /** In KVM_RUN, whenever it is about to enter the guest. */
    void beforeEntry(Block<VcpuThread> code) {
        RemoteFlush.take(code);
        if (kernel.isOneVm()) {
            faults.inject(code);
        }
    }

    /** A flush that waits for a lock, and an intercept that waits for a slot, keep it outside. */
    void waitIfHeld(Block<VcpuThread> code) {
        code.when(thread -> exits.holds(thread.vtl()) && !thread.isWanted(), held -> held
                .await("its intercept waits for a slot, or its flush for a lock",
                        thread -> thread.isWanted() || thread.isAsked()
                                || !exits.holds(thread.vtl())).mayRest().again());
    }

    void inKernel(Block<VcpuThread> code) {
        faults.answer(code);
    }

    /**
     * KVM_EXIT_MEMORY_FAULT. With one VM the vCPU of the VTL above has been told: user space need
     * only keep the lower VTL from trying again before that takes over (reading). Of several VTLs
     * above, the one that forbids the access comes next: one in between whose thread is scheduled
     * first would execute before that is told. Why the lower one left stands in its kvm_run until
     * the other is entered.
     */
    void inUserSpace(Block<VcpuThread> code) {
        if (kernel.isOneVm()) {
            code.when(thread -> thread.vtl().view().tellsNobody(),
                    nobody -> nobody.local(thread -> thread.vtl().raiseMachineCheck()),
                    this::standBack);
        } else {
            exits.tell(code);
            code.given(exits.hasSynic(), message -> message.when(
                    thread -> !thread.vtl().view().tellsNobody()
                            && thread.forbidding().hasEvent(), post -> calls.takeOver(
                                    post, thread -> thread.forbidding().vtl())));
        }
    }

    /** The kernel has told the VTL above. */
    private void standBack(Block<VcpuThread> code) {
        if (faults.hasMore()) {
            calls.takeOver(code, thread -> thread.forbidding().vtl());
        } else {
            code.step("KVM_EXIT_MEMORY_FAULT: stop0 = 1", thread -> thread.stop().raise())
                    .costs(VtlCosts.USER_ACCESS);
        }
    }
}
