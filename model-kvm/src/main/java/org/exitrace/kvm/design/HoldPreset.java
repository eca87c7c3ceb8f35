package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which result a hold has before anything happened. */
public enum HoldPreset implements SwitchValue {
    /** None: a wake that is no SIPI shows 0. */
    ZERO("zero",
            "the result is 0 until a SIPI releases the hold",
            "sev.c, both profiles read"),
    /** A release: each wake looks like a SIPI. */
    ONE("one",
            "the result is 1 from the start, so that each wake looks like a SIPI",
            "said to have been proposed in May 2021 (mail not found, unverified)");

    /** Which result does KVM preset when a hold begins? */
    public static final Switch<HoldPreset> SWITCH = new Switch<>("hold-preset",
            "Which result does KVM preset when a hold begins?",
            HoldPreset.class, ZERO);

    private final Text text;

    HoldPreset(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
