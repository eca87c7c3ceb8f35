package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which GHCB page a virtual CPU uses. */
public enum GhcbOwner implements SwitchValue {
    /** Its own. */
    PER_CPU("per-cpu",
            "each has a page of its own",
            "Linux core.c sev_es_init_vc_handling"),
    /** That of the bootstrap processor. */
    BOOT("boot",
            "all use the page that was there at boot",
            "a mistake, to be found");

    /** Which GHCB page does a virtual CPU use? */
    public static final Switch<GhcbOwner> SWITCH = new Switch<>(
            "ghcb-owner", "Which GHCB page does a virtual CPU use?",
            GhcbOwner.class, PER_CPU);

    private final Text text;

    GhcbOwner(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
