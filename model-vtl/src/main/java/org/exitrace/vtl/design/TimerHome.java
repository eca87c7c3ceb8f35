package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who keeps the synthetic timers where each VTL has a vCPU of its own. */
public enum TimerHome implements SwitchValue {
    /** KVM. */
    VCPU("vcpu", "KVM, in the vCPU or plane of the VTL",
            "docs/vtl.md c.3 N10, d.2"),
    /** The VMM. */
    USER_SPACE("user-space", "user space, which writes the message and requests the vector",
            "ours, for I-28");

    /** Who keeps the synthetic timers of a VTL that has a vCPU of its own? */
    public static final Switch<TimerHome> SWITCH = new Switch<>("stimer-home",
            "Who keeps the synthetic timers of a VTL that has a vCPU of its own?",
            TimerHome.class, VCPU);

    private final Text text;

    TimerHome(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
