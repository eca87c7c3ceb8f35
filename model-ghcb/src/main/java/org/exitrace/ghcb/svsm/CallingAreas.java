package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which calling area the guest uses on its second virtual CPU. */
public enum CallingAreas implements SwitchValue {
    /** Each virtual CPU has its own. */
    PER_CPU("per-cpu",
            "each virtual CPU uses the calling area that its SVSM knows",
            "Linux, once its areas are set up (from memory)"),
    /** All use that of the first. */
    BOOT("boot",
            "all virtual CPUs use that of the boot processor, which stands in the secrets"
            + " page",
            "OVMF VmgExitLib, SvsmGetCaa; harmless where one processor calls (reading)");

    /** Which calling area does the guest use on its second virtual CPU? */
    public static final Switch<CallingAreas> SWITCH = new Switch<>("calling-areas",
            "Which calling area does the guest use on its second virtual CPU?",
            CallingAreas.class, PER_CPU);

    private final Text text;

    CallingAreas(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
