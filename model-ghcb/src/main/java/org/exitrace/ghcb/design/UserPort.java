package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether the port that was decoded is looked up. */
public enum UserPort implements SwitchValue {
    /** It is. */
    DECODED("decoded",
            "the port that was decoded is looked up",
            "Linux b9cb9c45583b"),
    /** The hardware has looked up that of the trapped instruction. */
    AS_TRAPPED("as-trapped",
            "only the hardware has looked, at the instruction that trapped",
            "Linux before CVE-2023-46813");

    /** Is the port of a decoded instruction of a user task looked up in its permissions? */
    public static final Switch<UserPort> SWITCH = new Switch<>(
            "user-port",
            "Is the port of a decoded instruction of a user task looked up in its permissions?",
            UserPort.class, DECODED);

    private final Text text;

    UserPort(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
