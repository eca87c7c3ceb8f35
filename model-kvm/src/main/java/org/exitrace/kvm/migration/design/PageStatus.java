package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who keeps what type the guest gave each page? */
public enum PageStatus implements SwitchValue {
    /** the VMM: each hypercall is an exit to user space. */
    USER_SPACE("user-space",
            "KVM_HC_MAP_GPA_RANGE exits to user space, which is told of each change",
            "hypercalls.rst, KVM_HC_MAP_GPA_RANGE (5.14)"),
    /** KVM, in a list of shared ranges. */
    KVM_LIST("kvm-list",
            "KVM keeps a list of shared ranges; the VMM asks for it, and is not"
            + " told of changes",
            "kvm list, RFC v10 to v13, patch 10/16 (February to April 2021)"),
    /** KVM, in a bitmap. */
    KVM_BITMAP("kvm-bitmap",
            "KVM keeps a bit for each page; the VMM asks for it, and is not told of"
            + " changes",
            "kvm list, first RFC (2020)");

    /** Who keeps what type the guest gave each page? */
    public static final Switch<PageStatus> SWITCH = new Switch<>("page-status",
            "Who keeps what type the guest gave each page?",
            PageStatus.class, USER_SPACE);

    private final Text text;

    PageStatus(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
