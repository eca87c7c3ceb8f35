package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.vtl.spec.AccessMask;

/** Which bit of a protection mask is execution in kernel mode, and which in user mode. */
public enum ProtectionBits implements SwitchValue {
    /** Bit 2 is kernel mode. */
    TLFS("tlfs", "bit 2 is execution in kernel mode, bit 3 in user mode", "docs/vtl.md a.4 TLFS"),
    /** Bit 3 is kernel mode. */
    KVM_TESTS("kvm-tests", "bit 2 is execution in user mode, bit 3 in kernel mode",
            "docs/vtl.md a.4, the KVM tests' header");

    /** In which order are the two executions? */
    public static final Switch<ProtectionBits> SWITCH = new Switch<>("protection-bits",
            "Which bit of a protection mask is execution in kernel mode?", ProtectionBits.class,
            TLFS);

    private final Text text;

    ProtectionBits(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }

    /** What a guest's {@code bits} are as an {@link AccessMask}, and back. */
    public int mask(int bits) {
        return this == TLFS ? bits : AccessMask.exchanged(bits);
    }
}
