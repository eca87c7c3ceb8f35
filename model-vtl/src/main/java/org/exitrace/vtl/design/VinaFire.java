package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** For which interrupts of lower VTLs a VINA is raised. */
public enum VinaFire implements SwitchValue {
    /** For those that would be delivered now. */
    DELIVERABLE("deliverable", "for an interrupt that the lower VTL would take if it were active",
            "docs/vtl.md c.4"),
    /** For all that wait. */
    PENDING("pending", "for each interrupt that waits, masked or not",
            "docs/vtl.md c.3 N11"),
    /** Even while VinaAsserted is set. */
    REPEATED("repeated", "again whenever the VTL is entered and an interrupt waits",
            "docs/vtl.md c.4"),
    /** Never. */
    INERT("inert", "never: the register is kept and nobody looks at it",
            "docs/vtl.md c.4 QEMU");

    /** When is a VINA raised? */
    public static final Switch<VinaFire> SWITCH = new Switch<>("vina-fire",
            "When is a VINA raised?",
            VinaFire.class, DELIVERABLE);

    private final Text text;

    VinaFire(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
