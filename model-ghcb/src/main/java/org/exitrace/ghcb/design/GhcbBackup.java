package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What becomes of a GHCB in use when another #VC needs one. */
public enum GhcbBackup implements SwitchValue {
    /** It is copied, and restored. */
    KEPT("kept",
            "the page is copied before, and restored behind",
            "Linux __sev_get_ghcb; OVMF PeiDxeCcExitVcHandler.c"),
    /** It is overwritten. */
    NONE("none",
            "the page is overwritten",
            "OVMF before nested #VC were supported (2021, from memory)");

    /** Is a GHCB that is in use saved before a nested #VC uses it? */
    public static final Switch<GhcbBackup> SWITCH = new Switch<>(
            "ghcb-backup", "Is a GHCB that is in use saved before a nested #VC uses it?",
            GhcbBackup.class, KEPT);

    private final Text text;

    GhcbBackup(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
