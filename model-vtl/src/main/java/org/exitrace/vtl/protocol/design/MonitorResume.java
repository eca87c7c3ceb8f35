package org.exitrace.vtl.protocol.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a VMM does with the flags {@code stop} of both vCPUs when its monitor lets the VM go on. */
public enum MonitorResume implements SwitchValue {
    /** All vCPUs go on. */
    CLEARS("clears", "it clears them, as for any other VM", "docs/vtl.md d.6"),
    /** As they were. */
    RESTORES("restores", "it gives them back the values that it found", "docs/vtl.md d.6"),
    /** Two reasons, two flags. */
    OWN_FLAG("own-flag", "it has a flag of its own, and leaves them alone", "docs/vtl.md d.6");

    /** What does resuming the VM do with the flags stop? */
    public static final Switch<MonitorResume> SWITCH = new Switch<>("monitor-resume",
            "What does resuming the VM do with the flags that say which VTL may run?",
            MonitorResume.class, OWN_FLAG);

    private final Text text;

    MonitorResume(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
