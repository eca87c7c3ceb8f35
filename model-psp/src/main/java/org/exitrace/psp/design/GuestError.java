package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a guest's driver does with a key when a message got no answer that can be trusted. */
public enum GuestError implements SwitchValue {
    /** It wipes the key. */
    WIPE("wipe",
            "the VMPCK is wiped, and never used again",
            "sev-guest.c snp_disable_vmpck"),
    /** It goes on. */
    KEEP("keep",
            "the VMPCK is kept: the next message is encrypted under the same number",
            "sev-guest.c before snp_disable_vmpck");

    /** What does a guest do with its key after an error? */
    public static final Switch<GuestError> SWITCH = new Switch<>("guest-error",
            "What does a guest do with a VMPCK after a message without answer?",
            GuestError.class, WIPE);

    private final Text text;

    GuestError(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
