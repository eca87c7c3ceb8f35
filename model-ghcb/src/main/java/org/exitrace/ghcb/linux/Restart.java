package org.exitrace.ghcb.linux;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How an OS gets an AP ready to be started again. */
public enum Restart implements SwitchValue {
    /** It parks in AP reset hold. */
    HOLDS_FIRST("holds-first",
            "the AP parks in AP reset hold before the INIT that restarts it",
            "Linux sev_es_play_dead"),
    /** It just runs on: INIT and SIPI are expected to restart it. */
    BARE_INIT_SIPI("bare-init-sipi",
            "the AP halts or runs on, as without SEV-ES, and INIT and SIPI are "
            + "expected to restart it",
            "reading of sev_vcpu_deliver_sipi_vector: nothing restarts a vCPU whose "
            + "registers are encrypted");

    /** What does an AP do before it is started a second time? */
    public static final Switch<Restart> SWITCH = new Switch<>("restart",
            "What does an AP do before it is started a second time?",
            Restart.class, HOLDS_FIRST);

    private final Text text;

    Restart(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
