package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What an intercept says of the access. */
public enum InterceptAccess implements SwitchValue {
    /** As it was. */
    TOLD("told",
            "it tells what the access was",
            "docs/vtl.md c.5"),
    /** Reads are told in user mode alone. */
    USER_READS("user-reads",
            "a read in kernel mode is told with an access mask of 0",
            "docs/vtl.md d.4 R8");

    /** Does an intercept tell of reads in kernel mode? */
    public static final Switch<InterceptAccess> SWITCH = new Switch<>("intercept-access",
            "Does an intercept tell of reads in kernel mode?",
            InterceptAccess.class, TOLD);

    private final Text text;

    InterceptAccess(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
