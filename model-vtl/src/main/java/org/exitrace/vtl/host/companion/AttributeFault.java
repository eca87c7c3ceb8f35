package org.exitrace.vtl.host.companion;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.host.PageFault;
import org.exitrace.vtl.host.companion.VcpuPages.Sequence;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.MemoryView;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * {@code kvm_hv_faultin_pfn}, in the kernel: reads attributes, and fills in the page tables unless
 * attributes have changed meanwhile. What they forbid leaves KVM_RUN; with one VM the kernel has
 * told the other vCPU of it before. Sources: docs/vtl.md d.1, d.2, d.4.
 *
 * @param kernel where attributes are, and who is told
 * @param attributes of the VM
 * @param exits what is told
 * @param guard whether a fault looks again
 * @param hasMore whether there are more than two VTLs, so that no step knows of which it tells
 */
record AttributeFault(Kernel kernel, Attributes attributes, PageExits<VcpuThread> exits,
        FaultGuard guard, boolean hasMore) {

    /** Answers an exit that an access has caused. */
    void answer(Block<VcpuThread> code) {
        code.when(thread -> thread.vtl().exit.is(Exit.EMULATION) && !exits.emulatorAsks(),
                emulated -> emulated.step("emulate the instruction", AttributeFault::emulate)
                        .costs(VtlCosts.ACCESS).again());
        code.step("read mmu_invalidate_seq", thread -> thread.pages().sequence.become(
                Sequence.CURRENT)).costs(VtlCosts.ACCESS);
        if (kernel.design() == HostDesign.VCPU_PER_VTL) {
            code.pause("walk the list of devices to that of the VTL").costs(VtlCosts.ACCESS);
        }
        code.step(lookUp(), AttributeFault::find).costs(VtlCosts.ACCESS)
                .when(thread -> thread.pages().fault.allows(thread.vtl()), allowed -> allowed
                        .step(guard == FaultGuard.COVERED
                                ? "mmu_lock: fill in the page tables, unless they were invalidated"
                                : "fill in the page tables", this::fill)
                        .costs(VtlCosts.ACCESS).again())
                .local(thread -> thread.pages().forgets());
        if (kernel.isOneVm()) {
            code.when(thread -> !thread.vtl().view().tellsNobody(), this::tell);
        }
        code.leave();
    }

    private String lookUp() {
        return switch (kernel.design()) {
            case VCPU_PER_VTL -> "xa_load(gfn) of that device";
            case COMBINED_KEY -> "xa_load(gfn | vtl << 58)";
            default -> "xa_load(gfn) of the VM";
        };
    }

    private static void find(VcpuThread thread) {
        Vtl vtl = thread.vtl();
        MemoryView view = vtl.view();
        thread.pages().fault.finds(view.attributes(view.faultPage.get()));
        if (!thread.pages().fault.allows(vtl)) {
            view.findsRestricting();
        }
    }

    private void fill(VcpuThread thread) {
        Vtl vtl = thread.vtl();
        if (guard == FaultGuard.COVERED && attributes.isInvalidated(thread)) {
            PageFault.retries(vtl);
        } else if (vtl.exit.is(Exit.EMULATION)) {
            emulate(thread);
        } else {
            thread.pages().fault.fills(attributes.tables(), vtl);
        }
        thread.pages().forgets();
    }

    private static void emulate(VcpuThread thread) {
        PageExits.carryOut(thread.vtl());
        thread.vtl().exit.clear();
    }

    /** The vCPU of the VTL above is told, and wakes for it. */
    private void tell(Block<VcpuThread> code) {
        String above = hasMore ? "the VTL that forbids it" : "vtl1";
        code.step("write intercept_info of " + above, thread -> exits.write(
                        thread.vtl(), exits.record(thread.forbidding().pages().info)))
                .costs(VtlCosts.ACCESS)
                .step("make KVM_REQ_HV_INJECT_INTERCEPT of " + above,
                        thread -> thread.forbidding().pages().asked.raise())
                .costs(VtlCosts.ACCESS)
                .step("kvm_vcpu_kick", thread -> {
                    thread.forbidding().polled.raise();
                    thread.forbidding().kick();
                }).costs(VtlCosts.KICK);
    }

    /** Before a VTL enters its guest: the intercept is told, with registers of the other vCPU. */
    void inject(Block<VcpuThread> code) {
        code.when(thread -> thread.pages().asked.isSet(), asked -> asked
                .step("kvm_check_request(KVM_REQ_HV_INJECT_INTERCEPT)",
                        thread -> thread.pages().asked.clear()).costs(VtlCosts.ACCESS)
                .step("read registers of " + (hasMore ? "the VTL that faulted" : "vtl0")
                                + ", from its cache or the VMCS that is loaded",
                        AttributeFault::readForeign).costs(VtlCosts.ACCESS)
                .given(exits.hasSynic(), message -> message.step("post the intercept to SINT0",
                        thread -> thread.faulted().ifPresent(lower -> exits.post(
                                lower.vtl(), thread.vtl()))).costs(VtlCosts.ACCESS))
                .given(!exits.hasSynic(), page -> page.step("read intercept_info",
                        thread -> thread.vtl().view().told.copies(
                                exits.record(thread.pages().info))).costs(VtlCosts.ACCESS)));
    }

    private static void readForeign(VcpuThread thread) {
        thread.faulted().ifPresent(lower -> thread.vtl().vp().judge().reads(
                lower.vtl(), Register.CR3, lower.cache.readBy(thread.vtl())));
    }
}
