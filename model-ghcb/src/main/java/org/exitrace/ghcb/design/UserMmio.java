package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a #VC handler does MMIO for user tasks. */
public enum UserMmio implements SwitchValue {
    /** It is refused. */
    REFUSED("refused",
            "MMIO from user mode is refused",
            "Linux 63e44bc52047"),
    /** It is emulated. */
    EMULATED("emulated",
            "MMIO from user mode is emulated",
            "Linux before CVE-2023-46813");

    /** What becomes of MMIO that a user task decodes to? */
    public static final Switch<UserMmio> SWITCH = new Switch<>(
            "user-mmio", "What becomes of MMIO that a user task decodes to?",
            UserMmio.class, REFUSED);

    private final Text text;

    UserMmio(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
