package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a guest does when it touches a private page that is not validated. */
public enum NotValidated implements SwitchValue {
    /** It ends. */
    PANIC("panic",
            "it ends: nothing but an attack takes validation away",
            "docs/ghcb.md c.2"),
    /** It validates the page. */
    VALIDATE("validate",
            "it validates the page and goes on, as one that accepts memory lazily might",
            "docs/ghcb.md g 28");

    /** What does a guest do at #VC 0x404? */
    public static final Switch<NotValidated> SWITCH = new Switch<>("not-validated",
            "What does a guest do at #VC 0x404?",
            NotValidated.class, PANIC);

    private final Text text;

    NotValidated(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
