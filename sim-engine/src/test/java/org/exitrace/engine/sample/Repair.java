package org.exitrace.engine.sample;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether the race of a sample is there. */
public enum Repair implements SwitchValue {
    /** It is. */
    NONE("none"),
    /** It is not. */
    ATOMIC("atomic");

    /** The switch. */
    public static final Switch<Repair> SWITCH =
            new Switch<>("repair", "Is look-and-act one step?", Repair.class, NONE);

    private final String label;

    Repair(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String meaning() {
        return "look-and-act is " + (this == ATOMIC ? "one step" : "two steps");
    }

    @Override
    public String source() {
        return "ours";
    }
}
