package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How INIT and SIPI reach their target. */
public enum InitSipiEvents implements SwitchValue {
    /** The sender sets bits, the target applies them. */
    PENDING_BITS("pending-bits",
            "the sender writes pending_events and the target applies them in its own "
            + "thread",
            "lapic.c since September 2022: test-and-clear of each bit of the live word"),
    /** The sender sets bits, the target takes the word as a whole. */
    EXCHANGED_WORD("exchanged-word",
            "the sender writes pending_events and the target takes the whole word by one "
            + "atomic exchange, so that INIT and SIPI are judged together",
            "66450a21f996 (March 2013) until November 2020, before SEV-ES; with it a "
            + "proposal of Exitrace"),
    /** The sender writes the target's mp_state. */
    REMOTE_MP_STATE("remote-mp-state",
            "the sender writes the target's mp_state itself",
            "KVM before 66450a21f996 (March 2013)");

    /** How do INIT and SIPI reach their target? */
    public static final Switch<InitSipiEvents> SWITCH = new Switch<>("init-sipi-events",
            "How do INIT and SIPI reach their target?",
            InitSipiEvents.class, PENDING_BITS);

    private final Text text;

    InitSipiEvents(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
