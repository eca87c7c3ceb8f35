package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether the guest looks at answers before it takes them. */
public enum GuestChecks implements SwitchValue {
    /** As its code does. */
    AS_CODE("as-code",
            "as the chosen guest code does",
            "docs/ghcb.md d.2"),
    /** It takes whatever stands there. */
    NONE("none",
            "the guest takes whatever the host has written",
            "a mistake, to be found");

    /** Does the guest check what the host has answered? */
    public static final Switch<GuestChecks> SWITCH = new Switch<>(
            "guest-checks", "Does the guest check what the host has answered?",
            GuestChecks.class, AS_CODE);

    private final Text text;

    GuestChecks(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
