package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What LAUNCH_FINISH does while a virtual CPU is being created. */
public enum VcpuCreation implements SwitchValue {
    /** It refuses. */
    REFUSED("refused",
            "LAUNCH_FINISH fails with -EBUSY",
            "sev.c, commit 624bf3440d72"),
    /** It passes it by. */
    PASSED_BY("passed-by",
            "LAUNCH_FINISH looks at those that are online, and passes by the one that is not",
            "sev.c before commit 624bf3440d72");

    /** What does LAUNCH_FINISH do while a virtual CPU is being created? */
    public static final Switch<VcpuCreation> SWITCH = new Switch<>("vcpu-creation",
            "What does LAUNCH_FINISH do while a virtual CPU is being created?",
            VcpuCreation.class, REFUSED);

    private final Text text;

    VcpuCreation(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
