package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What the driver does with its staging page while SNP is on. */
public enum StagingPage implements SwitchValue {
    /** Gives it to the firmware. */
    HANDED("handed",
            "gives it to the firmware for a command that is copied back, and takes it back",
            "sev-dev.c snp_prep_cmd_buf, snp_reclaim_cmd_buf"),
    /** Keeps it. */
    KEPT("kept",
            "leaves it the host's, as without SNP",
            "sev-dev.c before it knew of SNP (our reading)");

    /** What does the driver do with its staging page while SNP is on? */
    public static final Switch<StagingPage> SWITCH = new Switch<>("staging-page",
            "What does the driver do with its staging page while SNP is on?",
            StagingPage.class, HANDED);

    private final Text text;

    StagingPage(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
