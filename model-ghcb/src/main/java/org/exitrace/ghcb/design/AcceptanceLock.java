package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether virtual CPUs of a guest accept memory one after the other. */
public enum AcceptanceLock implements SwitchValue {
    /** Under a lock. */
    LOCKED("locked",
            "the table of unaccepted memory is read and written under a lock",
            "unaccepted_memory.c accept_memory"),
    /** Without a lock. */
    UNLOCKED("unlocked",
            "each looks at the table, accepts and marks the page, whoever else does",
            "a mistake, to be found");

    /** Do virtual CPUs of a guest accept memory one after the other? */
    public static final Switch<AcceptanceLock> SWITCH = new Switch<>("acceptance",
            "Do virtual CPUs of a guest accept memory one after the other?",
            AcceptanceLock.class, LOCKED);

    private final Text text;

    AcceptanceLock(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
