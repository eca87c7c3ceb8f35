package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a guest's driver looks at in an answer of the firmware. */
public enum MessageCheck implements SwitchValue {
    /** It is. */
    NUMBER("number",
            "the answer must have the number behind that of the message",
            "sev-guest.c verify_and_dec_payload"),
    /** Any answer that decrypts is taken. */
    NONE("none",
            "every answer of the firmware is taken for one to this message",
            "docs/ghcb.md g 27");

    /** Is the number of a firmware's answer compared with that of the message? */
    public static final Switch<MessageCheck> SWITCH = new Switch<>(
            "message-check",
            "Is the number of a firmware's answer compared with that of the message?",
            MessageCheck.class, NUMBER);

    private final Text text;

    MessageCheck(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
