package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What the guest makes of a call that was not taken. */
public enum MissedCall implements SwitchValue {
    /** It has failed. */
    FAILS("fails",
            "the call has failed: the caller is told, or the guest ends",
            "Linux svsm_perform_ghcb_protocol: -EINVAL; OVMF: SvsmTerminate"),
    /** It is made anew. */
    REPEATED("repeated",
            "the guest makes it once more",
            "own");

    /** What does the guest make of a call that was not taken? */
    public static final Switch<MissedCall> SWITCH = new Switch<>("missed-call",
            "What does the guest make of a call that was not taken?",
            MissedCall.class, FAILS);

    private final Text text;

    MissedCall(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
