package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a mask without any right means to the host. */
public enum NoAccess implements SwitchValue {
    /** The page is out of reach. */
    DENIES("denies",
            "nothing may be done with the page",
            "docs/vtl.md a.4"),
    /** Nobody has set a mask. */
    UNSET("unset",
            "nobody has set a mask, so that everything may be done",
            "docs/vtl.md d.4 R9");

    /** What does a protection mask of 0 mean to the host? */
    public static final Switch<NoAccess> SWITCH = new Switch<>("no-access-mask",
            "What does a protection mask of 0 mean to the host?",
            NoAccess.class, DENIES);

    private final Text text;

    NoAccess(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
