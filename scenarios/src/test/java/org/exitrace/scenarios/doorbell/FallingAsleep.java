package org.exitrace.scenarios.doorbell;

import org.exitrace.engine.design.SwitchValue;

/** How a sleeper falls asleep. */
public enum FallingAsleep implements SwitchValue {
    /** Without another look. */
    BLINDLY("blindly"),
    /** With a look in the same atomic step. */
    LOOKING_AGAIN("looking-again");

    private final String label;

    FallingAsleep(String label) {
        this.label = label;
    }

    @Override
    public Text text() {
        return new Text(label, "falls asleep " + label, "made up");
    }
}
