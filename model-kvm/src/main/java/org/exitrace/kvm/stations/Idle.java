package org.exitrace.kvm.stations;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What an idle guest does. */
public enum Idle implements SwitchValue {
    /** It halts. */
    HLT("hlt",
            "it halts, and an interrupt wakes it",
            "TUM-DSE/CVM_eval"),
    /** It polls. */
    POLL("poll",
            "it polls",
            "TUM-DSE/CVM_eval, idle=poll"),
    /** It polls, then halts. */
    HALTPOLL("haltpoll",
            "it polls for 200 us and then halts, which is long before the next "
            + "packet",
            "TUM-DSE/CVM_eval, cpuidle_haltpoll");

    /** What does the guest do when it has nothing to do? */
    public static final Switch<Idle> SWITCH = new Switch<>("idle",
            "What does the guest do when it has nothing to do?", Idle.class, HLT);

    private final Text text;

    Idle(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
