package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How a virtual processor is told that it begins, or that it has another VTL. */
public enum VpStart implements SwitchValue {
    /** No steps. */
    AT_ONCE("at-once", "the hypercall does all of it in one step, under the partition's lock",
            "docs/vtl.md c.6"),
    /** All steps. */
    HANDED_OVER("handed-over", "the hypercall leaves a request, which the thread of that virtual"
            + " processor carries out", "docs/vtl.md c.6"),
    /** Two requests have one place. */
    OVERWRITTEN("overwritten", "the same, and a request may be written over one that was not taken",
            "docs/vtl.md c.6, d.2 A0"),
    /** B09. */
    UNHEARD("unheard", "the same, and nobody makes the thread look that has looked already",
            "docs/vtl.md f B09"),
    /** B28. */
    FLIPPED_EARLY("flipped-early", "the same, and who asks says that the VTL is enabled",
            "docs/vtl.md f B28, I-66");

    /** How is a virtual processor told that it begins? */
    public static final Switch<VpStart> SWITCH = new Switch<>("vp-start",
            "How is a virtual processor told that it begins, or that it has another VTL?",
            VpStart.class, AT_ONCE);

    private final Text text;

    VpStart(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** Whether {@code host} has those steps. */
    public boolean isTakenBy(HostDesign host) {
        return this == AT_ONCE || host == HostDesign.VTL_AWARE_VCPU
                || host == HostDesign.PARAVISOR;
    }

    /** Whether {@code bug} shows: two of them are of a start in one step. */
    public boolean shows(HypervisorBug bug) {
        return this == AT_ONCE || bug != HypervisorBug.CONTEXT_OF_CALLER
                && bug != HypervisorBug.ACTIVATES;
    }

    @Override
    public Text text() {
        return text;
    }
}
