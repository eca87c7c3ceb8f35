package org.exitrace.ghcb.linux;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Where APs wait while another kernel is booted. */
public enum KexecPark implements SwitchValue {
    /** In the code, stack and GHCB of the kernel that goes. */
    OLD_KERNEL("old-kernel",
            "APs stay parked in code and GHCB pages of the old kernel",
            "Linux sev_es_play_dead"),
    /** In the reserved jump-table page, by the MSR form. */
    JUMP_TABLE_PAGE("jump-table-page",
            "APs park inside the reserved jump-table page, by the MSR form, before "
            + "the new kernel starts",
            "kexec series of Roedel and Karasulli, not merged");

    /** Where do APs wait while kexec boots another kernel? */
    public static final Switch<KexecPark> SWITCH = new Switch<>("kexec-park",
            "Where do APs wait while kexec boots another kernel?",
            KexecPark.class, OLD_KERNEL);

    private final Text text;

    KexecPark(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
