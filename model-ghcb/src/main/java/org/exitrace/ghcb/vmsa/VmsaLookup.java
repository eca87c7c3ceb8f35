package org.exitrace.ghcb.vmsa;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How firmware finds the VMSA page of an AP. */
public enum VmsaLookup implements SwitchValue {
    /** By the APIC id that the AP had at first. */
    BY_APIC_ID("by-apic-id",
            "the initial APIC id leads to the AP's index, and that to its page",
            "edk2 pull request 10873 (2025)"),
    /** By an index that is taken for the same order. */
    BY_INDEX("by-index",
            "the n-th AP in the order of the firmware's list is taken for the n-th by APIC id; here"
            + " the list runs the other way",
            "edk2 before pull request 10873");

    /** How does firmware find the VMSA page of an AP? */
    public static final Switch<VmsaLookup> SWITCH = new Switch<>("vmsa-lookup",
            "How does firmware find the VMSA page of an AP?",
            VmsaLookup.class, BY_APIC_ID);

    private final Text text;

    VmsaLookup(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** The number of the AP whose page is taken for that of AP {@code ap}, of {@code aps}. */
    public int of(int ap, int aps) {
        return this == BY_APIC_ID ? ap : aps + 1 - ap;
    }

    @Override
    public Text text() {
        return text;
    }
}
