package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which kernel runs on the host; each knows what the ones before it know. */
public enum KernelProfile implements SwitchValue {
    /** As sev.c was split out of svm.c. */
    P_2020("p-2020",
            "no encrypted state, no mirror VMs, no look at vCPUs",
            "arch/x86/kvm/svm/sev.c @4b4193256c8d"),
    /** As the restriction on moving a VM with mirrors was tested. */
    P_2021("p-2021",
            "encrypted state, mirror VMs and moves; a VM with mirrors is not moved",
            "tools/testing/selftests/kvm/x86_64/sev_migrate_tests.c @17d44a96f000"),
    /** The middle of 2025. */
    P_6_17("p-6.17",
            "typed VMs and SNP; mirrors follow their owner; no global mirror lock",
            "arch/x86/kvm/svm/sev.c @0097f9df996f"),
    /** September 2026. */
    P_7_3("p-7.3",
            "the global mirror lock, CPU masks, vCPUs created under kvm->lock",
            "arch/x86/kvm/svm/sev.c @12c1f6e03f94");

    /** Which kernel runs on the host? */
    public static final Switch<KernelProfile> SWITCH = new Switch<>("kernel",
            "Which kernel runs on the host?", KernelProfile.class, P_7_3);

    private final Text text;

    KernelProfile(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }

    /** Whether it is {@code other} or younger. */
    public boolean isSince(KernelProfile other) {
        return ordinal() >= other.ordinal();
    }
}
