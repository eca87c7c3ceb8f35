package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What keeps DEACTIVATE out from between WBINVD and DF_FLUSH. */
public enum DeactivateLock implements SwitchValue {
    /** A read-write semaphore. */
    RWSEM("rwsem",
            "DEACTIVATE is given under down_read, WBINVD and DF_FLUSH under down_write of"
            + " sev_deactivate_lock",
            "sev.c sev_deactivate_lock; commits 83af5e65a895, 33af3a7ef9e6 of 2019"),
    /** Nothing. */
    NONE("none",
            "only the driver's mutex, which is held for one command at a time",
            "svm.c before commit 83af5e65a895 of 2019");

    /** What keeps DEACTIVATE out from between WBINVD and DF_FLUSH? */
    public static final Switch<DeactivateLock> SWITCH = new Switch<>("deactivate-lock",
            "What keeps DEACTIVATE out from between WBINVD and DF_FLUSH?",
            DeactivateLock.class, RWSEM);

    private final Text text;

    DeactivateLock(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
