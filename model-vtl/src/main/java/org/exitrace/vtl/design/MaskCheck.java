package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether masks are looked at before they are taken. */
public enum MaskCheck implements SwitchValue {
    /** It is refused. */
    REFUSED("refused",
            "what may not be read may neither be written nor executed",
            "docs/vtl.md a.4"),
    /** It is taken. */
    TAKEN("taken",
            "each mask is taken as it is",
            "ours, for I-45");

    /** Is a mask refused that lets a page be written or executed and not read? */
    public static final Switch<MaskCheck> SWITCH = new Switch<>("mask-check",
            "Is a mask refused that lets a page be written or executed and not read?",
            MaskCheck.class, REFUSED);

    private final Text text;

    MaskCheck(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
