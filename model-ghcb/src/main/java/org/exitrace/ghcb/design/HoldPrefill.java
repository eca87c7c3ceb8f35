package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a GHCB that is filled ahead for a hold counts as one that is in use. */
public enum HoldPrefill implements SwitchValue {
    /** It does: whoever needs the page meanwhile restores it. */
    IN_USE("in-use", "a page that is filled ahead counts as in use, so that an NMI restores it",
            "own reading of docs/ghcb.md S-16"),
    /** It does not. */
    UNMARKED("unmarked", "a page that is filled ahead is free to whoever needs one",
            "edk2 X64/AmdSev.nasm (reading): nothing marks it");

    /** Does a GHCB that was filled ahead for a hold count as one in use? */
    public static final Switch<HoldPrefill> SWITCH = new Switch<>("hold-prefill",
            "Does a GHCB that was filled ahead for a hold count as one in use?",
            HoldPrefill.class, IN_USE);

    private final Text text;

    HoldPrefill(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
