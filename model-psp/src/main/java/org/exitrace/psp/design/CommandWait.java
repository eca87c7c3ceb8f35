package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How long the driver waits for the firmware's answer. */
public enum CommandWait implements SwitchValue {
    /** With a limit. */
    TIMEOUT("timeout",
            "waits at most psp_probe_timeout for the first command and psp_cmd_timeout for later"
            + " ones, then sets psp_dead and fails with -ETIMEDOUT",
            "sev-dev.c sev_wait_cmd_ioc, __sev_do_cmd_locked"),
    /** Without. */
    UNBOUNDED("unbounded",
            "waits until the interrupt comes, with the mutex held",
            "psp-dev.c sev_wait_cmd_ioc of Linux 4.17");

    /** How long does the driver wait for the firmware's answer? */
    public static final Switch<CommandWait> SWITCH = new Switch<>("command-wait",
            "How long does the driver wait for the firmware's answer?",
            CommandWait.class, TIMEOUT);

    private final Text text;

    CommandWait(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
