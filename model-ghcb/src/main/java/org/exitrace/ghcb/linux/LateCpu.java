package org.exitrace.ghcb.linux;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What becomes of a CPU that Linux has given up because it did not come alive in time. */
public enum LateCpu implements SwitchValue {
    /** Another attempt sends INIT and SIPI again, whatever the CPU does by then. */
    TRIED_AGAIN("tried-again",
            "a later round tries again to bring it online, by another INIT and other SIPIs",
            "kernel/cpu.c cpuhp_can_boot_ap, which allows KICKED and ALIVE"),
    /** Nobody sends it anything more. */
    LEFT_OFFLINE("left-offline",
            "later rounds leave it out, so that no CPU is woken twice for one time offline",
            "what an administrator may do; our own choice, for contrast");

    /** What becomes of a CPU that did not come online in time? */
    public static final Switch<LateCpu> SWITCH = new Switch<>("late-cpu",
            "What becomes of a CPU that did not come online in time?",
            LateCpu.class, TRIED_AGAIN);

    private final Text text;

    LateCpu(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
