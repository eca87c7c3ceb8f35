package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How a change of protections takes old translations away. */
public enum FlushDesign implements SwitchValue {
    /** Whoever executes is sent out, and awaited. */
    KICK_AND_WAIT("kick-and-wait",
            "virtual processors that execute are sent out of the guest and awaited",
            "docs/vtl.md c.5"),
    /** Whoever executes is sent out, sooner or later. */
    KICK("kick",
            "virtual processors that execute are sent out of the guest, and nobody waits for them",
            "docs/vtl.md f B11"),
    /** Whoever enters next drops them. */
    REQUEST("request",
            "translations are dropped when a virtual processor enters the guest the next time",
            "docs/vtl.md f B11");

    /** How does a change of protections take old translations away? */
    public static final Switch<FlushDesign> SWITCH = new Switch<>("protection-flush",
            "How does a change of protections take old translations away?",
            FlushDesign.class, KICK_AND_WAIT);

    private final Text text;

    FlushDesign(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
