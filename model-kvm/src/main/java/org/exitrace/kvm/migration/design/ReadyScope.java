package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whose is the bit of the MSR where user space keeps it? */
public enum ReadyScope implements SwitchValue {
    /** The VM's. */
    VM("vm",
            "one bit, which the last write of any vCPU decides",
            "msr.rst does not say; own reading"),
    /** Each vCPU's own. */
    ANY_VCPU("any-vcpu",
            "a bit for each vCPU; the guest is ready while any is set",
            "own proposal");

    /** Whose is the bit of the MSR where user space keeps it? */
    public static final Switch<ReadyScope> SWITCH = new Switch<>("ready-scope",
            "Whose is the bit of the MSR where user space keeps it?",
            ReadyScope.class, VM);

    private final Text text;

    ReadyScope(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
