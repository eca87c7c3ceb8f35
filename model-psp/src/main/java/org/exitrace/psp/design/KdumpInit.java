package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a crash kernel initialises the platform. */
public enum KdumpInit implements SwitchValue {
    /** It does not. */
    SKIPPED("skipped",
            "a crash kernel gives no command: sev_platform_init does nothing",
            "sev-dev.c _sev_platform_init_locked, is_kdump_kernel (the place is from memory)"),
    /** It does. */
    GIVEN("given",
            "a crash kernel initialises the platform like any other",
            "sev-dev.c before it asked is_kdump_kernel");

    /** Does a crash kernel initialise the platform? */
    public static final Switch<KdumpInit> SWITCH = new Switch<>("kdump-init",
            "Does a crash kernel initialise the platform?",
            KdumpInit.class, SKIPPED);

    private final Text text;

    KdumpInit(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
