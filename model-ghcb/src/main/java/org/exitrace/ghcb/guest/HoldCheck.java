package org.exitrace.ghcb.guest;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a parked AP looks at when its hold returns. */
public enum HoldCheck implements SwitchValue {
    /** It holds again on a result of 0. */
    RESULT("result",
            "the AP holds again unless the result says that a SIPI released it",
            "Linux sev_es_ap_hlt_loop; edk2 SevEsPlaceApHlt; Oak stage0 with the mask "
            + "mended (reading)"),
    /** It takes any return for a release. */
    NOTHING("nothing",
            "the AP goes on whatever the result is",
            "edk2 X64/AmdSev.nasm after ExitBootServices (reading)"),
    /** It keeps a bit of the response code in what it tests, so 0 never shows. */
    MASKED_INFO("masked-info",
            "the AP tests EAX & -0xFFF of an MSR response, which keeps bit 0 of the "
            + "code 0x007 and is never 0",
            "Oak stage0 ap_boot.s (reading, checked by arithmetic, not run)");

    /** What does a parked AP look at before it goes on? */
    public static final Switch<HoldCheck> SWITCH = new Switch<>("hold-check",
            "What does a parked AP look at before it goes on?",
            HoldCheck.class, RESULT);

    private final Text text;

    HoldCheck(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
