package org.exitrace.ghcb.guest;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** The form in which a guest asks for AP reset hold. */
public enum HoldForm implements SwitchValue {
    /** An exit through the GHCB page. */
    NAE("nae",
            "the AP parks by NAE event 0x80000004, which needs a mapped GHCB page",
            "edk2 MpInitLib/AmdSev.c; Linux sev_es_ap_hlt_loop"),
    /** A request in the GHCB MSR. */
    MSR("msr",
            "the AP parks by 0x006 in the GHCB MSR, which needs no GHCB page",
            "Oak stage0 ap_boot.s; kexec series of Roedel and Karasulli, not merged");

    /** How does an AP ask to be parked? */
    public static final Switch<HoldForm> SWITCH = new Switch<>("hold-form",
            "How does an AP ask to be parked?",
            HoldForm.class, NAE);

    private final Text text;

    HoldForm(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
