package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a #VC handler looks at the instruction that it is said to be for. */
public enum OpcodeCheck implements SwitchValue {
    /** It does. */
    CHECKED("checked",
            "a #VC whose exit code is not that of the instruction at RIP is refused",
            "Linux e3ef461af35a; OVMF has the same"),
    /** It believes the exit code. */
    TRUSTED("trusted",
            "the exit code is believed",
            "Linux and OVMF before CVE-2024-25742");

    /** Does the #VC handler compare exit code and instruction? */
    public static final Switch<OpcodeCheck> SWITCH = new Switch<>(
            "opcode-check", "Does the #VC handler compare exit code and instruction?",
            OpcodeCheck.class, CHECKED);

    private final Text text;

    OpcodeCheck(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
