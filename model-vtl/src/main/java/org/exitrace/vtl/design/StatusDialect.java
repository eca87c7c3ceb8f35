package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whose checks a hypervisor does, in which order, and with which status it refuses. */
public enum StatusDialect implements SwitchValue {
    /** The published text. */
    TLFS("tlfs", "what the functional specification leaves open: any status that somebody gives",
            "docs/vtl.md b.3 TLFS"),
    /** The proof of concept of the RFC. */
    QEMU("qemu", "QEMU's proof of concept and the kernel of the RFC: the first check that fails",
            "docs/vtl.md b.3 QEMU"),
    /** The paravisor of hardware-isolated VMs. */
    OPENVMM("openvmm", "OpenVMM for hardware-isolated VMs: the first check that fails",
            "docs/vtl.md b.3 OpenVMM");

    /** With which statuses are hypercalls refused? */
    public static final Switch<StatusDialect> SWITCH = new Switch<>("status-dialect",
            "Whose statuses do refused hypercalls bear?", StatusDialect.class, TLFS);

    private final Text text;

    StatusDialect(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
