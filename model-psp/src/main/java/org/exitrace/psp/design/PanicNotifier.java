package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When the notifier is registered that shuts SNP down in a panic. */
public enum PanicNotifier implements SwitchValue {
    /** With SNP, and left alone in a panic. */
    SNP_NOT_IN_PANIC("snp-not-in-panic",
            "registered once SNP is initialised; a shutdown of SNP unregisters it, but not in "
            + "a panic",
            "sev-dev.c __sev_snp_shutdown_locked; ccp series of 2024 and 2025"),
    /** With SNP. */
    SNP("snp",
            "registered once SNP is initialised; each shutdown of SNP unregisters it",
            "sev-dev.c, ccp series of 2024 and 2025, before the last of it"),
    /** With the module. */
    MODULE("module",
            "registered when the module is loaded, SNP or not, and never unregistered",
            "sev-dev.c before the ccp series of 2024 and 2025");

    /** When is the notifier registered that shuts SNP down in a panic? */
    public static final Switch<PanicNotifier> SWITCH = new Switch<>("panic-notifier",
            "When is the notifier registered that shuts SNP down in a panic?",
            PanicNotifier.class, SNP_NOT_IN_PANIC);

    private final Text text;

    PanicNotifier(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
