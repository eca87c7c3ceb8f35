package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What does the VMM do when SEND_UPDATE_VMSA is refused? */
public enum VmsaRefused implements SwitchValue {
    /** It gives up. */
    CANCELS("cancels",
            "SEND_CANCEL, and the guest goes on where it is",
            "sev.c: SEND_UPDATE_VMSA was never implemented upstream"),
    /** It goes on. */
    GOES_ON("goes-on",
            "the destination's vCPUs begin as after reset, in the firmware",
            "own reading; outcome as in AMDESE/AMDSEV issue 64 (2021)");

    /** What does the VMM do when SEND_UPDATE_VMSA is refused? */
    public static final Switch<VmsaRefused> SWITCH = new Switch<>("vmsa-refused",
            "What does the VMM do when SEND_UPDATE_VMSA is refused?",
            VmsaRefused.class, CANCELS);

    private final Text text;

    VmsaRefused(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
