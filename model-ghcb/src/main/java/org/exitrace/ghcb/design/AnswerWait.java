package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How long a processor waits for the AP that it has woken. */
public enum AnswerWait implements SwitchValue {
    /** For some time. */
    TIMES_OUT("times-out",
            "after a while the AP counts as failed, and nobody waits for it",
            "Linux smpboot.c do_boot_cpu"),
    /** For ever. */
    FOR_EVER("for-ever",
            "the AP is waited for without end",
            "edk2 MpLib.c WaitApWakeup");

    /** How long is an AP waited for that does not answer? */
    public static final Switch<AnswerWait> SWITCH = new Switch<>(
            "answer-wait",
            "How long is an AP waited for that does not answer?",
            AnswerWait.class, TIMES_OUT);

    private final Text text;

    AnswerWait(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
