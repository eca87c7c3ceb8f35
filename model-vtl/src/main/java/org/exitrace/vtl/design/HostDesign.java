package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How a host keeps the VTLs of a virtual processor. */
public enum HostDesign implements SwitchValue {
    /** A0. */
    VTL_AWARE_VCPU("vtl-aware-vcpu",
            "A0: one vCPU with a context for each VTL, which its own thread switches",
            "docs/vtl.md d.2 A0"),
    /** A1. */
    VCPU_PER_VTL("vcpu-per-vtl",
            "A1: a vCPU for each VTL in one VM; user space lets one of them run",
            "docs/vtl.md d.2 A1"),
    /** A2. */
    VM_PER_VTL("vm-per-vtl",
            "A2: a VM for each VTL; user space lets the vCPU of one of them run",
            "docs/vtl.md d.2 A2"),
    /** A3. */
    SLOTS_PER_VTL("slots-per-vtl",
            "A3: one vCPU, an address space of memory slots for each VTL; user space loads VTLs",
            "docs/vtl.md d.2 A3"),
    /** A4. */
    COMBINED_KEY("combined-key",
            "A4: as a vCPU for each VTL, with one map of attributes for all VTLs",
            "docs/vtl.md d.2 A4"),
    /** A5. */
    PLANES("planes",
            "A5: a plane for each VTL; one KVM_RUN at a time runs the plane that user space names",
            "docs/vtl.md d.2 A5"),
    /** A6. */
    PARAVISOR("paravisor",
            "A6: a paravisor above the guest's VTLs, one thread for each virtual processor",
            "docs/vtl.md d.2 A6");

    /** How does the host keep the VTLs of a virtual processor? */
    public static final Switch<HostDesign> SWITCH = new Switch<>("vtl-host",
            "How does the host keep the VTLs of a virtual processor?",
            HostDesign.class, VTL_AWARE_VCPU);

    private final Text text;

    HostDesign(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** Whether a virtual processor has a vCPU for each VTL, between which user space switches. */
    public boolean hasSiblings() {
        return this == VCPU_PER_VTL || this == VM_PER_VTL || this == COMBINED_KEY;
    }

    /** Whether each VTL has a vCPU, or a plane, of its own. */
    public boolean hasVcpuOfEachVtl() {
        return hasSiblings() || this == PLANES;
    }

    @Override
    public Text text() {
        return text;
    }
}
