package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which of the two machines of the platform the driver initialises first. */
public enum InitOrder implements SwitchValue {
    /** SNP. */
    SNP_FIRST("snp-first",
            "SNP_INIT, and INIT once it has succeeded",
            "sev-dev.c _sev_platform_init_locked"),
    /** SEV. */
    SEV_FIRST("sev-first",
            "INIT, and SNP_INIT once it has succeeded",
            "AMDSEV issue 271: an INIT for which nobody had given SNP_INIT");

    /** Which of INIT and SNP_INIT does the driver give first? */
    public static final Switch<InitOrder> SWITCH = new Switch<>("init-order",
            "Which of INIT and SNP_INIT does the driver give first?",
            InitOrder.class, SNP_FIRST);

    private final Text text;

    InitOrder(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
