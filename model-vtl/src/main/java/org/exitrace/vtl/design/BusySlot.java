package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What becomes of a message whose slot is not empty. */
public enum BusySlot implements SwitchValue {
    /** It waits, and the guest is told so. */
    QUEUES("queues", "it waits, and MessagePending is set",
            "docs/vtl.md a.8"),
    /** It waits. */
    QUEUES_SILENTLY("queues-silently", "it waits, and MessagePending is not set",
            "ours, for I-54"),
    /** It is lost. */
    DROPS("drops", "it is lost",
            "docs/vtl.md d.4 R7"),
    /** It takes the slot. */
    OVERWRITES("overwrites", "it takes the slot of the other",
            "ours, for I-54");

    /** What becomes of a message whose slot is not empty? */
    public static final Switch<BusySlot> SWITCH = new Switch<>("busy-slot",
            "What becomes of a message whose slot is not empty?",
            BusySlot.class, QUEUES);

    private final Text text;

    BusySlot(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
