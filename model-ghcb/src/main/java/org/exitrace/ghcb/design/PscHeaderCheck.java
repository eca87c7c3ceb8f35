package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** With what a guest compares the header of its list before it asks again. */
public enum PscHeaderCheck implements SwitchValue {
    /** As its flavour does. */
    AS_GUEST("as-guest",
            "no more than its flavour does",
            "docs/ghcb.md d.4"),
    /** It remembers the last round. */
    REMEMBERED("remembered",
            "it reads the header once per round and compares it with the last round's",
            "docs/ghcb.md S-28, proposed");

    /** Does a guest remember how far its list was? */
    public static final Switch<PscHeaderCheck> SWITCH = new Switch<>("psc-header",
            "Does a guest remember how far its list was?",
            PscHeaderCheck.class, AS_GUEST);

    private final Text text;

    PscHeaderCheck(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
