package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When KVM unmaps the GHCB and forgets the hold. */
public enum GhcbUnmap implements SwitchValue {
    /** While it prepares the entry, which may still be cancelled. */
    BEFORE_EXIT_TEST("before-exit-test",
            "sev_es_unmap_ghcb runs in prepare_switch_to_guest, before the entry can "
            + "be cancelled",
            "ce7ea0cfdc2e (May 2021) and later"),
    /** In the last step before VMRUN. */
    AT_VMRUN("at-vmrun",
            "the GHCB is unmapped in the pre-run step, when nothing can cancel the "
            + "entry any more",
            "KVM before ce7ea0cfdc2e");

    /** When does KVM unmap the GHCB and forget the hold? */
    public static final Switch<GhcbUnmap> SWITCH = new Switch<>("ghcb-unmap",
            "When does KVM unmap the GHCB and forget the hold?",
            GhcbUnmap.class, BEFORE_EXIT_TEST);

    private final Text text;

    GhcbUnmap(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
