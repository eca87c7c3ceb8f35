package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Which INIT and SIPI never arrive. */
public enum InitDrop implements SwitchValue {
    /** Those to a processor with a higher VTL. */
    HIGHER_VTL("higher-vtl", "those to a processor that has a higher VTL, and those denied",
            "docs/vtl.md c.3 N8 TLFS"),
    /** Those that a higher VTL denies. */
    DENIED("denied", "those that DenyLowerVtlStartup of a higher VTL denies",
            "docs/vtl.md c.3 N8 OpenVMM"),
    /** None. */
    NONE("none", "none",
            "ours, for I-31"),
    /** Nobody looks when one is taken. */
    WHEN_SENT("when-sent", "those to a processor that has a higher VTL when they are sent, and"
            + " those denied then", "docs/vtl.md c.6 (reading)");

    /** Which INIT and SIPI for a lower VTL are dropped? */
    public static final Switch<InitDrop> SWITCH = new Switch<>("init-drop",
            "Which INIT and SIPI for a lower VTL are dropped?",
            InitDrop.class, HIGHER_VTL);

    private final Text text;

    InitDrop(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** Whether it matters that a processor has a higher VTL. */
    public boolean knowsHigherVtls() {
        return this == HIGHER_VTL || this == WHEN_SENT;
    }

    @Override
    public Text text() {
        return text;
    }
}
