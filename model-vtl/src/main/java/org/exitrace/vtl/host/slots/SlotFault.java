package org.exitrace.vtl.host.slots;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.FlushRequest;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.host.PageFault;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.VtlCosts;

/** What a vCPU needs where its guest has pages, and how the kernel answers a fault. */
final class SlotFault extends Region {

    /** It is within a read section of {@code kvm->srcu}. */
    final FlagCell reads = cells().flag("srcu");
    final FlushRequest flush;
    private final PageFault fault;

    SlotFault(CellScope scope) {
        super(scope);
        flush = new FlushRequest(scope.in("flush"));
        fault = new PageFault(scope.in("fault"));
    }

    /**
     * Behind an exit: looks for the slot, and enters the guest again if the slot allows the access.
     * Without one the access is for user space, as one to a device is.
     */
    static void answer(Block<SlotVcpu> code, MemorySlots slots, PageExits<SlotVcpu> exits) {
        code.when(vcpu -> vcpu.loaded().exit.get().isIntercepted(), fault -> fault
                .when(vcpu -> isUnasked(vcpu, exits), emulated -> emulated
                        .step("emulate the instruction", SlotFault::emulate)
                        .costs(VtlCosts.ACCESS).again())
                .step("srcu_read_lock", vcpu -> vcpu.fault().reads.raise())
                .costs(VtlCosts.ACCESS)
                .step("find the slot in the address space of its VTL", vcpu -> find(vcpu, slots))
                .costs(VtlCosts.ACCESS)
                .when(vcpu -> vcpu.fault().fault.allows(vcpu.loaded()),
                        allowed -> goOn(allowed, slots))
                .step("srcu_read_unlock, KVM_EXIT_MMIO", vcpu -> {
                    vcpu.fault().reads.clear();
                    vcpu.fault().fault.forgets();
                }).costs(VtlCosts.TO_USER));
    }

    private static boolean isUnasked(SlotVcpu vcpu, PageExits<SlotVcpu> exits) {
        return vcpu.loaded().exit.is(Exit.EMULATION) && !exits.emulatorAsks();
    }

    private static void find(SlotVcpu vcpu, MemorySlots slots) {
        vcpu.fault().fault.finds(slots.rights(vcpu.loaded()));
    }

    private static void goOn(Block<SlotVcpu> code, MemorySlots slots) {
        code.step("fill in the page tables, or emulate the instruction", vcpu -> {
            if (vcpu.loaded().exit.is(Exit.EMULATION)) {
                vcpu.fault().fault.forgets();
                emulate(vcpu);
            } else {
                vcpu.fault().fault.fills(slots.tables(), vcpu.loaded());
            }
        }).costs(VtlCosts.ACCESS)
                .step("srcu_read_unlock", vcpu -> vcpu.fault().reads.clear())
                .costs(VtlCosts.ACCESS).again();
    }

    private static void emulate(SlotVcpu vcpu) {
        PageExits.carryOut(vcpu.loaded());
        vcpu.loaded().exit.clear();
    }
}
