package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How one VM tells local APICs of VTLs apart by the top bits of their ids. */
public enum ApicGroups implements SwitchValue {
    /** In each path. */
    MEANT("as-meant", "each path of delivery compares the groups of sender and target",
            "docs/vtl.md d.1"),
    /** In the RFC. */
    POSTED("as-posted", "the slow path, which shorthands and logical destinations take, matches"
            + " nobody in VTLs above 0",
            "docs/vtl.md d.1 (reading)");

    /** How does one VM tell the local APICs of VTLs apart? */
    public static final Switch<ApicGroups> SWITCH = new Switch<>("apic-groups",
            "How does one VM tell the local APICs of VTLs apart?", ApicGroups.class, MEANT);

    private final Text text;

    ApicGroups(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
