package org.exitrace.kvm.lapic;

import org.exitrace.engine.routine.Block;
import org.exitrace.kvm.design.HoldWithEvents;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;

/**
 * {@code __kvm_emulate_halt} with the LAPIC in the kernel. In KVM, HLT and AP reset hold differ
 * only in the state that they park in.
 */
public final class HaltEmulation {

    private final HoldWithEvents withEvents;

    /** The emulation of {@code vm}. */
    public HaltEmulation(VmFeatures vm) {
        this.withEvents = vm.design().get(HoldWithEvents.SWITCH);
    }

    /** Parks in {@code state}, unless the design looks for events first and finds one. */
    public void hold(Block<Vcpu> code, MpState state) {
        switch (withEvents) {
            case PARKS -> code.local(vcpu -> vcpu.mpState.become(state));
            case STAYS_RUNNABLE -> parkWithoutEvents(code, state);
            case PARKS_FOR_INIT -> code.test("events other than INIT, SIPI?",
                    Vcpu::hasOtherEvents, events -> { },
                    none -> none.local(vcpu -> vcpu.mpState.become(state))).costs("kvm.access");
        }
    }

    /** Parks in HALTED; the proposal concerns the hold, and leaves HLT as it is today. */
    public void hlt(Block<Vcpu> code) {
        if (withEvents == HoldWithEvents.PARKS) {
            code.local(vcpu -> vcpu.mpState.become(MpState.HALTED));
        } else {
            parkWithoutEvents(code, MpState.HALTED);
        }
    }

    private static void parkWithoutEvents(Block<Vcpu> code, MpState state) {
        code.test("kvm_vcpu_has_events?", Vcpu::hasEvents, events -> { },
                none -> none.local(vcpu -> vcpu.mpState.become(state))).costs("kvm.access");
    }
}
