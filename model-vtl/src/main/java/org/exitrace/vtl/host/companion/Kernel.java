package org.exitrace.vtl.host.companion;

import org.exitrace.engine.design.Design;
import org.exitrace.vtl.design.ApicGroups;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.design.TimerHome;

/**
 * What two vCPUs of a virtual processor have in common in the kernel.
 *
 * @param design whether they belong to one VM
 * @param groups how that VM tells their local APICs apart
 * @param timers whether their synthetic timers are its own
 */
record Kernel(HostDesign design, ApicGroups groups, TimerHome timers) {

    /** As {@code design} has it. */
    static Kernel of(Design design) {
        return new Kernel(design.get(HostDesign.SWITCH), design.get(ApicGroups.SWITCH),
                design.get(TimerHome.SWITCH));
    }

    /** One struct kvm: a hypercall handler reaches both vCPUs, and user space polls for events. */
    boolean isOneVm() {
        return design != HostDesign.VM_PER_VTL;
    }

    /** Whether a vCPU keeps the synthetic timers of its VTL. */
    boolean keepsTimers() {
        return timers == TimerHome.VCPU;
    }
}
