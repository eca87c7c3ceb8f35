package org.exitrace.vtl.protocol.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How user space learns that the vCPU of a VTL has an event, while that vCPU does not run. */
public enum Polling implements SwitchValue {
    /** By the vCPU's mode. */
    MODE("mode", "v1: poll() writes the vCPU's mode, and whoever makes a request looks at it",
            "docs/vtl.md d.5 v1, 2023-10"),
    /** By a flag of its own. */
    KICKED("kicked", "v2: poll() looks at a flag that kicks set and entries clear",
            "docs/vtl.md d.5 v2, RFC patch 13"),
    /** By waiting inside KVM_RUN. */
    INACTIVE("inactive", "v3: KVM_RUN waits for events in the MP state INACTIVE_VTL",
            "docs/vtl.md d.5 v3, building blocks, 2024-06-09");

    /** How does user space learn that a vCPU which does not run has an event? */
    public static final Switch<Polling> SWITCH = new Switch<>("polling",
            "How does user space learn that a vCPU which does not run has an event?",
            Polling.class, INACTIVE);

    private final Text text;

    Polling(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
