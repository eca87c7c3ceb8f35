package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Has user space asked for the exits before it offers the feature? */
public enum HypercallExits implements SwitchValue {
    /** It has. */
    ENABLED("enabled",
            "KVM_CAP_EXIT_HYPERCALL is enabled before the CPUID bit is set",
            "hypercalls.rst, KVM_HC_MAP_GPA_RANGE"),
    /** It has not. */
    FORGOTTEN("forgotten",
            "the CPUID bit is set, and each hypercall is answered by -KVM_ENOSYS",
            "what hypercalls.rst forbids");

    /** Has user space asked for the exits before it offers the feature? */
    public static final Switch<HypercallExits> SWITCH = new Switch<>("hypercall-exits",
            "Has user space asked for the exits before it offers the feature?",
            HypercallExits.class, ENABLED);

    private final Text text;

    HypercallExits(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
