package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When the SVSM takes NoFurtherSignal back. */
public enum SignalOrder implements SwitchValue {
    /** Before it takes the event. */
    FIRST("first",
            "before it takes the event, so that a later one is told by a #HV of its own",
            "COCONUT-SVSM kernel/src/sev/hv_doorbell.rs"),
    /** Behind the event. */
    LAST("last",
            "behind the event",
            "what COCONUT-SVSM guards against (reading)");

    /** When does the SVSM clear NoFurtherSignal? */
    public static final Switch<SignalOrder> SWITCH = new Switch<>("signal-order",
            "When does the SVSM clear NoFurtherSignal?",
            SignalOrder.class, FIRST);

    private final Text text;

    SignalOrder(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
