package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether the guest's VMSA can be run while its SVSM is at work. */
public enum GuestVmsa implements SwitchValue {
    /** VMRUN refuses it. */
    NOT_RUNNABLE("not-runnable",
            "the SVSM clears EFER.SVME there when it is entered, and sets it again before"
            + " it leaves",
            "COCONUT-SVSM kernel/src/vmm/execloop.rs"),
    /** The host can run it at any time. */
    RUNNABLE("runnable",
            "EFER.SVME stays set, so that the host can run the guest whenever it likes",
            "our own, to show why nobody does it");

    /** Can the guest be run while the SVSM handles its call? */
    public static final Switch<GuestVmsa> SWITCH = new Switch<>("guest-vmsa",
            "Can the guest be run while the SVSM handles its call?",
            GuestVmsa.class, NOT_RUNNABLE);

    private final Text text;

    GuestVmsa(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
