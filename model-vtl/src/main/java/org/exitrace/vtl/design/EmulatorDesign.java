package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What the instruction emulator makes of protections. */
public enum EmulatorDesign implements SwitchValue {
    /** It asks as a processor does. */
    ASKS("asks",
            "it refuses what a processor would refuse",
            "docs/vtl.md c.5"),
    /** It reads whatever it is asked to read. */
    IGNORES("ignores",
            "it reads and writes all memory of the guest",
            "docs/vtl.md f B30");

    /** Does the emulator look at protections? */
    public static final Switch<EmulatorDesign> SWITCH = new Switch<>("emulator",
            "Does the emulator look at protections?",
            EmulatorDesign.class, ASKS);

    private final Text text;

    EmulatorDesign(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
