package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When an intercept reaches the slot of its message. */
public enum InterceptPost implements SwitchValue {
    /** Before anybody goes on. */
    DIRECT("direct", "before the virtual processor goes on",
            "docs/vtl.md c.5"),
    /** When the virtual processor exits the next time. */
    LATER("later", "it waits in a queue until the virtual processor exits again",
            "docs/vtl.md f B27");

    /** When does an intercept reach the slot of its message? */
    public static final Switch<InterceptPost> SWITCH = new Switch<>("intercept-post",
            "When does an intercept reach the slot of its message?",
            InterceptPost.class, DIRECT);

    private final Text text;

    InterceptPost(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
