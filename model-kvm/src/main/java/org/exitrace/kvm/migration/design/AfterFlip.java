package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What does the guest expect of a page that it announced away and back? */
public enum AfterFlip implements SwitchValue {
    /** Nothing. */
    INITIALISE("initialise",
            "it gives the page new contents",
            "rule R3, kvm list (2021-03-08)"),
    /** Its old contents. */
    EXPECT_OLD("expect-old",
            "it reads what was in the page before the first announcement",
            "what rule R3 forbids, kvm list (2021-03-08)");

    /** What does the guest expect of a page that it announced away and back? */
    public static final Switch<AfterFlip> SWITCH = new Switch<>("after-flip",
            "What does the guest expect of a page that it announced away and back?",
            AfterFlip.class, INITIALISE);

    private final Text text;

    AfterFlip(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
