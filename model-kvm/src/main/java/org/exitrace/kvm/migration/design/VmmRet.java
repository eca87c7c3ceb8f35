package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Does the VMM write run-&gt;hypercall.ret? */
public enum VmmRet implements SwitchValue {
    /** It does. */
    WRITES("writes",
            "it writes 0 where it has done what was asked",
            "QEMU after 9.2"),
    /** It does not. */
    LEAVES("leaves",
            "it does what was asked and leaves the result alone",
            "QEMU to 9.2");

    /** Does the VMM write run-&gt;hypercall.ret? */
    public static final Switch<VmmRet> SWITCH = new Switch<>("vmm-ret",
            "Does the VMM write run->hypercall.ret?",
            VmmRet.class, WRITES);

    private final Text text;

    VmmRet(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
