package org.exitrace.kvm.stations;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether the host can read the guest, and what an exit costs therefore. */
public enum Confidentiality implements SwitchValue {
    /** Plain. */
    PLAIN("plain",
            "it is not: an exit is an exit",
            "TUM-DSE/CVM_eval"),
    /** SNP. */
    SNP("snp",
            "an exit is a #VC, a GHCB and a switch of worlds",
            "TUM-DSE/CVM_eval");

    /** Is the guest confidential? */
    public static final Switch<Confidentiality> SWITCH = new Switch<>("guest",
            "Is the guest confidential?", Confidentiality.class, PLAIN);

    private final Text text;

    Confidentiality(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
