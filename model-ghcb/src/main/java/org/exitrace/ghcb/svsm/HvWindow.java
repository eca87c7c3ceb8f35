package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a #HV does that comes where the SVSM has looked and not left yet. */
public enum HvWindow implements SwitchValue {
    /** It returns. */
    LEFT("left",
            "the handler returns, since interrupts are off; the switch goes on",
            "what COCONUT-SVSM guards against (reading)"),
    /** It sends the SVSM back. */
    RESTARTED("restarted",
            "the handler sees that it has interrupted the window, and moves the instruction"
            + " pointer behind the switch",
            "COCONUT-SVSM kernel/src/sev/ghcb.rs");

    /** What does a #HV between the last look and the switch of VMPL do? */
    public static final Switch<HvWindow> SWITCH = new Switch<>("hv-window",
            "What does a #HV between the last look and the switch of VMPL do?",
            HvWindow.class, RESTARTED);

    private final Text text;

    HvWindow(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
