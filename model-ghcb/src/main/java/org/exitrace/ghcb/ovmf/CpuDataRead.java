package org.exitrace.ghcb.ovmf;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When a parked AP reads which CpuMpData to use. */
public enum CpuDataRead implements SwitchValue {
    /** After the hold has returned. */
    AFTER_HOLD("after-hold",
            "the AP reads NewCpuMpData when its hold has returned",
            "edk2 MpInitLib/AmdSev.c"),
    /** Before it parks. */
    BEFORE_HOLD("before-hold",
            "the AP reads NewCpuMpData before it parks",
            "our own careless variant, for contrast");

    /** When does a parked AP read NewCpuMpData? */
    public static final Switch<CpuDataRead> SWITCH = new Switch<>("cpu-data-read",
            "When does a parked AP read NewCpuMpData?",
            CpuDataRead.class, AFTER_HOLD);

    private final Text text;

    CpuDataRead(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
