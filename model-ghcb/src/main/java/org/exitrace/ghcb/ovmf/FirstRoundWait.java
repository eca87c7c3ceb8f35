package org.exitrace.ghcb.ovmf;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What OVMF waits for in its first round. */
public enum FirstRoundWait implements SwitchValue {
    /** The number of APs that have finished, as is usual: their number is known. */
    FINISHED_COUNT("finished-count",
            "the BSP knows the number of CPUs and waits for FinishedCount alone",
            "edk2 MpLib.c WakeUpAP, PcdCpuBootLogicalProcessorNumber > 0"),
    /** Until no AP executes any more, the last thing that an AP tells before it parks. */
    NUM_APS_EXECUTING("num-aps-executing",
            "the BSP waits for FinishedCount and then until NumApsExecuting is 0",
            "edk2 MpLib.c WakeUpAP, PcdCpuBootLogicalProcessorNumber = 0; its "
            + "time-out is taken for long");

    /** What does OVMF wait for in its first round? */
    public static final Switch<FirstRoundWait> SWITCH = new Switch<>("first-round-wait",
            "What does OVMF wait for in its first round?",
            FirstRoundWait.class, FINISHED_COUNT);

    private final Text text;

    FirstRoundWait(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
