package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When does the VMM look whether the guest can be migrated? */
public enum ReadyCheck implements SwitchValue {
    /** All the time. */
    ENDS_ON_ZERO("ends-on-zero",
            "a 0 that is written while rounds go on ends the migration",
            "own reading of msr.rst, which says no more than ready"),
    /** At the start and at the stop. */
    AT_STOP("at-stop",
            "before the first round, and when the vCPUs stand",
            "own reading of msr.rst, which says no more than ready"),
    /** At the start. */
    AT_START("at-start",
            "before the first round",
            "own reading of msr.rst, which says no more than ready");

    /** When does the VMM look whether the guest can be migrated? */
    public static final Switch<ReadyCheck> SWITCH = new Switch<>("ready-check",
            "When does the VMM look whether the guest can be migrated?",
            ReadyCheck.class, ENDS_ON_ZERO);

    private final Text text;

    ReadyCheck(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
