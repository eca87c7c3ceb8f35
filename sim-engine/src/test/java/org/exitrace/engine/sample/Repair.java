package org.exitrace.engine.sample;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether the race of a sample is there. */
public enum Repair implements SwitchValue {
    /** It is. */
    NONE(new Text("none", "looking and acting are two steps", "ours")),
    /** It is not. */
    ATOMIC(new Text("atomic", "looking and acting is one step", "ours"));

    /** The switch. */
    public static final Switch<Repair> SWITCH =
            new Switch<>("repair", "Is look-and-act one step?", Repair.class, NONE);

    private final Text text;

    Repair(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
