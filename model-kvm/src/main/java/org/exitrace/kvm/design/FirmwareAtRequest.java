package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What the firmware does with a guest's message. */
public enum FirmwareAtRequest implements SwitchValue {
    /** It takes the message. */
    TAKES("takes",
            "the firmware executes a message that is in order",
            "docs/sev-firmware.md e.2"),
    /** It refuses each. */
    REFUSES("refuses",
            "the firmware refuses each message with INVALID_PARAM",
            "docs/ghcb.md c.3");

    /** What does the firmware answer to a message of a guest? */
    public static final Switch<FirmwareAtRequest> SWITCH = new Switch<>("firmware-at-request",
            "What does the firmware answer to a message of a guest?",
            FirmwareAtRequest.class, TAKES);

    private final Text text;

    FirmwareAtRequest(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
