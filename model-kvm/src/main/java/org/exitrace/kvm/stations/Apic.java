package org.exitrace.kvm.stations;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** The interrupt controller by which IPIs are sent. */
public enum Apic implements SwitchValue {
    /** A page. */
    XAPIC("xapic",
            "xAPIC: a write to a page, which is emulated",
            "KVM mailing list, Zeng Guang, March 2022"),
    /** An MSR. */
    X2APIC("x2apic",
            "x2APIC: a write to an MSR",
            "KVM mailing list, Zeng Guang, March 2022"),
    /** AVIC. */
    AVIC("avic",
            "AVIC of Zen 4",
            "linux-kernel, B. Petkov, October 2023"),
    /** x2AVIC, fenced. */
    X2AVIC("x2avic",
            "x2AVIC of Zen 4, behind a fence",
            "linux-kernel, B. Petkov, October 2023"),
    /** x2AVIC. */
    X2AVIC_UNFENCED("x2avic-unfenced",
            "x2AVIC of Zen 4, without the fence",
            "linux-kernel, B. Petkov, October 2023");

    /** By which interrupt controller are IPIs sent? */
    public static final Switch<Apic> SWITCH = new Switch<>("apic",
            "By which interrupt controller are IPIs sent?", Apic.class, XAPIC);

    private final Text text;

    Apic(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
