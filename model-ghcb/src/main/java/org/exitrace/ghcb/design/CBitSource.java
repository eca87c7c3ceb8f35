package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** From whom a guest takes the place of its C-bit, and whether it is encrypted at all. */
public enum CBitSource implements SwitchValue {
    /** It asks the host, and tries what it was told. */
    TRIED("tried",
            "the host is asked; SEV_STATUS, and memory read back, must agree",
            "Linux sev_verify_cbit.S, sev-shared.c"),
    /** It believes the host. */
    TOLD("told",
            "the host is asked, and believed",
            "docs/ghcb.md g 25"),
    /** It asks nobody. */
    CPUID_PAGE("cpuid-page",
            "the page of CPUID values that the firmware has checked",
            "docs/ghcb.md g 25, SNP");

    /** How does a guest find its C-bit? */
    public static final Switch<CBitSource> SWITCH = new Switch<>(
            "c-bit",
            "How does a guest find its C-bit?",
            CBitSource.class, TRIED);

    private final Text text;

    CBitSource(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
