package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What the SVSM makes of a switch that returns; one that was skipped returns like another. */
public enum AfterSwitch implements SwitchValue {
    /** It looks for a call. */
    LOOPS("loops",
            "it looks whether the guest has left by VMGEXIT and a call is pending, and switches"
            + " again if not",
            "COCONUT-SVSM kernel/src/vmm/execloop.rs"),
    /** It looks at the byte, whatever the guest was left for. */
    BYTE_ALONE("byte-alone",
            "it looks whether a call is pending, whatever the guest was left for",
            "what COCONUT-SVSM guards against (reading)"),
    /** It takes the registers for a call. */
    TAKES_CALL("takes-call",
            "it takes the registers for those of a call",
            "our own, to show why nobody does it");

    /** What does the SVSM do behind a switch of VMPL that returns? */
    public static final Switch<AfterSwitch> SWITCH = new Switch<>("after-switch",
            "What does the SVSM do behind a switch of VMPL that returns?",
            AfterSwitch.class, LOOPS);

    private final Text text;

    AfterSwitch(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
