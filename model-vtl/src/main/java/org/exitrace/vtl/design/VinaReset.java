package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When VinaAsserted of a VTL is cleared for it. */
public enum VinaReset implements SwitchValue {
    /** At an entry, if AutoReset says so. */
    ENTRY("entry", "when the VTL is entered, if AutoReset says so",
            "docs/vtl.md c.4 TLFS"),
    /** At a return, if AutoReset says so. */
    RETURN("return", "when the VTL returns, if AutoReset says so",
            "docs/vtl.md c.4 OpenVMM"),
    /** At each entry. */
    ALWAYS("each-entry", "when the VTL is entered, whatever AutoReset says",
            "docs/vtl.md c.4 QEMU"),
    /** At an entry, for the VTL that was left. */
    LEFT("of-the-left-vtl", "at an entry, but that of the VTL which was active until then",
            "docs/vtl.md f B07");

    /** When does the host clear VinaAsserted? */
    public static final Switch<VinaReset> SWITCH = new Switch<>("vina-reset",
            "When does the host clear VinaAsserted?",
            VinaReset.class, ENTRY);

    private final Text text;

    VinaReset(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
