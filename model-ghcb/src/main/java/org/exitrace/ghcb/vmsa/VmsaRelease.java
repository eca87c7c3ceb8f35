package org.exitrace.ghcb.vmsa;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a guest does with a VMSA page whose tag RMPADJUST does not take away. */
public enum VmsaRelease implements SwitchValue {
    /** The page is never used again. */
    CHECKED("checked",
            "a page that is still in use is left alone for ever",
            "Linux snp_cleanup_vmsa (docs/ghcb.md e.6)"),
    /** The page is used for something else, whatever RMPADJUST says. */
    UNCHECKED("unchecked",
            "the page is used for something else, whatever RMPADJUST says",
            "edk2 X64/AmdSev.c in release builds, where an ASSERT is nothing (reading)");

    /** What does the guest do with a VMSA page that is still in use? */
    public static final Switch<VmsaRelease> SWITCH = new Switch<>("vmsa-release",
            "What does the guest do with a VMSA page that is still in use?",
            VmsaRelease.class, CHECKED);

    private final Text text;

    VmsaRelease(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
