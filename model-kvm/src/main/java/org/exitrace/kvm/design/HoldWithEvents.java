package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a hold, and HLT, park although an event is pending. */
public enum HoldWithEvents implements SwitchValue {
    /** It parks; blocking then finds the event. */
    PARKS("parks",
            "the vCPU parks, and vcpu_block takes the pending event",
            "KVM before the HLT fastpath series of August 2024"),
    /** It does not park. */
    STAYS_RUNNABLE("stays-runnable",
            "the vCPU does not park while any event is pending",
            "__kvm_emulate_halt since August 2024 (series title from memory)"),
    /** It does not park, except for a hold with a pending INIT or SIPI. */
    PARKS_FOR_INIT("parks-for-init",
            "a hold parks if all that is pending is INIT or SIPI, so that "
            + "vcpu_block takes them; HLT is as today",
            "proposal of Exitrace, in no kernel");

    /** Does AP reset hold, or HLT, park while an event is pending? */
    public static final Switch<HoldWithEvents> SWITCH = new Switch<>("hold-with-events",
            "Does AP reset hold, or HLT, park while an event is pending?",
            HoldWithEvents.class, STAYS_RUNNABLE);

    private final Text text;

    HoldWithEvents(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
