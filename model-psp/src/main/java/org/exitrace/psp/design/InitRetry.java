package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What the driver does about an INIT that finds its keys broken. */
public enum InitRetry implements SwitchValue {
    /** Tries again. */
    ONCE("once",
            "gives INIT once more: the firmware has erased the keys and makes new "
            + "ones",
            "sev-dev.c __sev_platform_init_locked"),
    /** Fails. */
    NEVER("never",
            "fails; the next who asks for the platform succeeds",
            "sev-dev.c of Linux 5.9, before the retry");

    /** What does the driver do when INIT finds the stored keys broken? */
    public static final Switch<InitRetry> SWITCH = new Switch<>("init-retry",
            "What does the driver do when INIT finds the stored keys broken?",
            InitRetry.class, ONCE);

    private final Text text;

    InitRetry(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
