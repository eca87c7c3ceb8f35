package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How the guest looks at the call-pending byte. */
public enum CallExchange implements SwitchValue {
    /** It exchanges it with 0. */
    ONE_ACCESS("one-access",
            "it exchanges the byte with 0; a call whose byte was still 1 was not taken",
            "Linux svsm_issue_call (from memory); OVMF VmgExitLib, SvsmMsrProtocol"),
    /** It does not look. */
    UNCHECKED("unchecked",
            "it takes its return for an answer",
            "our own, to show why nobody does it"),
    /** It reads it and clears it. */
    TWO_ACCESSES("two-accesses",
            "it reads the byte, and clears it if it is still 1",
            "our own, to show why nobody does it");

    /** How does the guest look whether its call was taken? */
    public static final Switch<CallExchange> SWITCH = new Switch<>("call-pending",
            "How does the guest look whether its call was taken?",
            CallExchange.class, ONE_ACCESS);

    private final Text text;

    CallExchange(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
