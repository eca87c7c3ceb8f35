package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which VTLs may have a VINA register. */
public enum VinaOwner implements SwitchValue {
    /** All but VTL0. */
    ABOVE_VTL0("above-vtl0", "VTL0 has no lower VTL, and no such register",
            "docs/vtl.md c.4"),
    /** All. */
    ANY("any", "VTL0 has one like the others",
            "docs/vtl.md f B32");

    /** Is VsmVina of VTL0 refused? */
    public static final Switch<VinaOwner> SWITCH = new Switch<>("vina-owner",
            "Is VsmVina of VTL0 refused?",
            VinaOwner.class, ABOVE_VTL0);

    private final Text text;

    VinaOwner(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
