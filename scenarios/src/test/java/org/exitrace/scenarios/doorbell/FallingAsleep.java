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
    public String label() {
        return label;
    }

    @Override
    public String meaning() {
        return "falls asleep " + label;
    }

    @Override
    public String source() {
        return "made up";
    }
}
