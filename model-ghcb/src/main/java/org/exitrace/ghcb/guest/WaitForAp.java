package org.exitrace.ghcb.guest;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a bootstrap processor does while a woken AP does not answer. */
public enum WaitForAp implements SwitchValue {
    /** It waits without end and sends nothing more. */
    FOR_EVER("for-ever",
            "the BSP waits for the AP and sends nothing more",
            "edk2 MpLib.c WaitApWakeup"),
    /** It repeats INIT and SIPI after a time-out. */
    RESENDS("resends",
            "the BSP repeats INIT and SIPI after a time-out until the AP answers",
            "proposal of Exitrace, in no firmware"),
    /** It repeats INIT and SIPI, and the AP works only when its signal is set. */
    RESENDS_CHECKED("resends-checked",
            "the BSP repeats INIT and SIPI after a time-out, and a released AP whose "
            + "StartupApSignal is clear parks again",
            "proposal of Exitrace, in no firmware");

    /** What does the BSP do while a woken AP does not answer? */
    public static final Switch<WaitForAp> SWITCH = new Switch<>("bsp-wait",
            "What does the BSP do while a woken AP does not answer?",
            WaitForAp.class, FOR_EVER);

    private final Text text;

    WaitForAp(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
