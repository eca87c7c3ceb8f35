package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a call by the GHCB MSR leaves in it. */
public enum MsrRestore implements SwitchValue {
    /** The page's address again. */
    RESTORED("restored",
            "the address of the GHCB page is put back",
            "Linux core.c; edk2 AmdSev.nasm; linux-svsm"),
    /** The response. */
    LOST("lost",
            "the response stays in the MSR",
            "a mistake, to be found");

    /** Does a call by the GHCB MSR put back what stood there? */
    public static final Switch<MsrRestore> SWITCH = new Switch<>(
            "msr-restore", "Does a call by the GHCB MSR put back what stood there?",
            MsrRestore.class, RESTORED);

    private final Text text;

    MsrRestore(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
