package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How the driver asks for the status of SNP. */
public enum StatusIoctl implements SwitchValue {
    /** It asks SNP as it is. */
    AS_IT_IS("as-it-is",
            "asks SNP as it is; a page that cannot be reclaimed is leaked once",
            "sev-dev.c sev_ioctl_do_snp_platform_status; commit 5c52607c43c3"),
    /** The same, but a page is leaked twice. */
    LEAKS_TWICE("leaks-twice",
            "asks SNP as it is; a page that cannot be reclaimed is leaked by who reclaims it "
            + "and again by who asked for that",
            "sev-dev.c, commit 551120148b67"),
    /** It initialises SNP for that. */
    INITIALISES("initialises",
            "initialises SNP if it was not, shuts it down again if it was not, and returns "
            + "before that if a page cannot be reclaimed",
            "sev-dev.c before commit 551120148b67");

    /** How does the driver ask for the status of SNP? */
    public static final Switch<StatusIoctl> SWITCH = new Switch<>("status-ioctl",
            "How does the driver ask for the status of SNP?",
            StatusIoctl.class, AS_IT_IS);

    private final Text text;

    StatusIoctl(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
