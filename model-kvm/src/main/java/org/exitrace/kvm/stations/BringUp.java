package org.exitrace.kvm.stations;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How the processors of a machine are brought up. */
public enum BringUp implements SwitchValue {
    /** One behind the other. */
    SERIAL("serial",
            "one behind the other: the bootstrap processor waits for each",
            "Linux before 6.5"),
    /** All at once. */
    PARALLEL("parallel",
            "INIT and SIPI go to all at once, and only what must be done alone is "
            + "done in turn",
            "Linux 6.5, commit d7224a31 of the series");

    /** Are APs brought up one behind the other? */
    public static final Switch<BringUp> SWITCH = new Switch<>("bring-up",
            "Are APs brought up one behind the other?", BringUp.class, SERIAL);

    private final Text text;

    BringUp(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
