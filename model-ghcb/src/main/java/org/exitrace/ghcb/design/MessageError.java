package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a guest's driver does with its key behind an error that it did not expect. */
public enum MessageError implements SwitchValue {
    /** It wipes the key. */
    WIPES("wipes",
            "the key is wiped, and never used again",
            "sev-guest.c snp_disable_vmpck"),
    /** It keeps the key. */
    KEEPS("keeps",
            "the key is kept: the next message has the same number",
            "sev-guest.c before 47894e0fa6a5 (from memory)");

    /** What does a guest do with its key behind a message without an answer? */
    public static final Switch<MessageError> SWITCH = new Switch<>(
            "message-error",
            "What does a guest do with its key behind a message without an answer?",
            MessageError.class, WIPES);

    private final Text text;

    MessageError(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
