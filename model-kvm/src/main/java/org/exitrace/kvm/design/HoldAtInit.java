package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What becomes of a hold when its vCPU accepts an INIT. */
public enum HoldAtInit implements SwitchValue {
    /** It stays until the next entry. */
    KEPT("kept",
            "the hold type survives INIT, because the vCPU was not entered",
            "sev.c, both profiles read"),
    /** The reset forgets it. */
    FORGOTTEN("forgotten",
            "vCPU reset forgets the hold type",
            "our own careless variant, for contrast; the 2021 draft that mixed common "
            + "and SEV code was refused for the like");

    /** What becomes of a hold when INIT is accepted? */
    public static final Switch<HoldAtInit> SWITCH = new Switch<>("hold-at-init",
            "What becomes of a hold when INIT is accepted?",
            HoldAtInit.class, KEPT);

    private final Text text;

    HoldAtInit(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
