package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who decides that the guest sees the feature in CPUID? */
public enum FeatureBit implements SwitchValue {
    /** User space. */
    USER_SPACE("user-space",
            "the guest sees the bit where user space puts it",
            "hypercalls.rst; review of RFC v10, patch 12/16 (February 2021)"),
    /** KVM. */
    FORCED("forced",
            "KVM puts the bit into the CPUID of each SEV guest",
            "kvm list, RFC v10, patch 12/16 (February 2021)");

    /** Who decides that the guest sees the feature in CPUID? */
    public static final Switch<FeatureBit> SWITCH = new Switch<>("feature-bit",
            "Who decides that the guest sees the feature in CPUID?",
            FeatureBit.class, USER_SPACE);

    private final Text text;

    FeatureBit(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
