package org.exitrace.ghcb.guest;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a parked AP takes interrupts. */
public enum HoldInterrupts implements SwitchValue {
    /** With IF clear: an interrupt does not wake it. */
    OFF("off",
            "the AP parks with IF = 0, so that a fixed interrupt does not wake it",
            "Linux sev_es_play_dead; edk2 MpLib.c (CLI before SevEsPlaceApHlt)"),
    /** With IF set: an interrupt wakes it. */
    ON("on",
            "the AP parks with IF = 1, so that any interrupt wakes it",
            "our own careless variant, for contrast");

    /** Does an AP park with interrupts on? */
    public static final Switch<HoldInterrupts> SWITCH = new Switch<>("hold-interrupts",
            "Does an AP park with interrupts on?",
            HoldInterrupts.class, OFF);

    private final Text text;

    HoldInterrupts(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
