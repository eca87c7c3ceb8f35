package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which version of the protocol a guest says that its page follows. */
public enum VersionWritten implements SwitchValue {
    /** The one that it has agreed on. */
    NEGOTIATED("negotiated",
            "the version that guest and host have agreed on",
            "vc-shared.c sev_es_ghcb_hv_call"),
    /** Always 1. */
    ONE("one",
            "1, whatever was agreed on",
            "AMDESE/linux-svsm src/cpu/vc.rs");

    /** Which version does the guest write into its GHCB? */
    public static final Switch<VersionWritten> SWITCH = new Switch<>(
            "version-written",
            "Which version does the guest write into its GHCB?",
            VersionWritten.class, NEGOTIATED);

    private final Text text;

    VersionWritten(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
