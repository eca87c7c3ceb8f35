package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a #VC handler leaves in the GHCB page. */
public enum GhcbRelease implements SwitchValue {
    /** An empty bitmap. */
    CLEARED("cleared",
            "the valid bitmap is cleared, or a backup restored",
            "Linux vc-shared.c __sev_put_ghcb"),
    /** Whatever the host has marked. */
    LEFT("left",
            "whatever the host has marked is left",
            "a mistake, to be found");

    /** What does a #VC handler leave in the valid bitmap? */
    public static final Switch<GhcbRelease> SWITCH = new Switch<>(
            "ghcb-release", "What does a #VC handler leave in the valid bitmap?",
            GhcbRelease.class, CLEARED);

    private final Text text;

    GhcbRelease(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
