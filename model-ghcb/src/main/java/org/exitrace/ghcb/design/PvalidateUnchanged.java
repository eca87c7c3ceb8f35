package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a guest does when PVALIDATE sets the carry flag. */
public enum PvalidateUnchanged implements SwitchValue {
    /** It ends. */
    FATAL("fatal",
            "it ends: the page was not what the guest believed",
            "startup/sev-shared.c pvalidate_4k_page"),
    /** It goes on. */
    IGNORED("ignored",
            "it goes on",
            "docs/ghcb.md S-23");

    /** What does a guest do when PVALIDATE changed nothing? */
    public static final Switch<PvalidateUnchanged> SWITCH = new Switch<>("pvalidate-unchanged",
            "What does a guest do when PVALIDATE changed nothing?",
            PvalidateUnchanged.class, FATAL);

    private final Text text;

    PvalidateUnchanged(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
