package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether there is a sysfs attribute that gives a command, and when it is removed. */
public enum MitigationAttribute implements SwitchValue {
    /** There is none. */
    NONE("none",
            "there is no verify_mitigation attribute",
            "sev-dev.c before the series of 2026 about SNP_VERIFY_MITIGATION"),
    /** Under the mutex. */
    UNDER_MUTEX("under-mutex",
            "the shutdown of SNP removes it with sev_cmd_mutex held, which the attribute "
            + "takes as well",
            "LKML 2026, the series about SNP_VERIFY_MITIGATION"),
    /** Before the mutex. */
    BEFORE_MUTEX("before-mutex",
            "the shutdown of SNP removes it before it takes sev_cmd_mutex",
            "own reading: which repair was merged is not known to us");

    /** When is the attribute verify_mitigation removed? */
    public static final Switch<MitigationAttribute> SWITCH = new Switch<>("mitigation-attribute",
            "When is the attribute verify_mitigation removed?",
            MitigationAttribute.class, NONE);

    private final Text text;

    MitigationAttribute(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
