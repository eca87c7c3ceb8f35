package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a VMM with a LAPIC of its own does with a SIPI for an AP that does not hold. */
public enum VmmAtSipi implements SwitchValue {
    /** It keeps it for the next hold. */
    KEEPS("keeps",
            "the VMM keeps the SIPI and answers the next KVM_EXIT_AP_RESET_HOLD with "
            + "it",
            "reading: no VMM with a handler of this exit was found"),
    /** It drops it. */
    DROPS("drops",
            "the VMM drops a SIPI that finds the AP running",
            "reading: no VMM with a handler of this exit was found");

    /** What does a VMM do with a SIPI for an AP that does not hold? */
    public static final Switch<VmmAtSipi> SWITCH = new Switch<>("vmm-at-sipi",
            "What does a VMM do with a SIPI for an AP that does not hold?",
            VmmAtSipi.class, KEEPS);

    private final Text text;

    VmmAtSipi(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
