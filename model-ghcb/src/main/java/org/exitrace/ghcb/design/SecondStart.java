package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a guest waits for before it starts an AP once more. */
public enum SecondStart implements SwitchValue {
    /** For the AP's word that it is done. */
    WHEN_TOLD("when-told",
            "as soon as the AP says that it is done, which it does before it holds",
            "edk2 MpLib.c WakeUpAP; Linux kernel/cpu.c: docs/ap-boot.md R1"),
    /** For the host's answer in the AP's page, too. */
    WHEN_HELD("when-held",
            "when the host has written its answer over a mark that the AP left in SW_EXITINFO2"
            + " of its own page before it said so",
            "proposal of Exitrace, in no guest");

    /** When does a guest start an AP once more? */
    public static final Switch<SecondStart> SWITCH = new Switch<>("second-start",
            "When does a guest start an AP once more?",
            SecondStart.class, WHEN_TOLD);

    private final Text text;

    SecondStart(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
