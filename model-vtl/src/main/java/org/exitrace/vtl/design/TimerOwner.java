package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whose SynIC a synthetic timer signals. */
public enum TimerOwner implements SwitchValue {
    /** That of the VTL which has armed it. */
    OWN("own", "that of the VTL which has armed it",
            "docs/vtl.md c.3 N10"),
    /** That of the VTL which is active. */
    ACTIVE("active", "that of the VTL which is active when it expires",
            "docs/vtl.md f B26");

    /** Whose SynIC does a synthetic timer signal? */
    public static final Switch<TimerOwner> SWITCH = new Switch<>("stimer-owner",
            "Whose SynIC does a synthetic timer signal?",
            TimerOwner.class, OWN);

    private final Text text;

    TimerOwner(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
