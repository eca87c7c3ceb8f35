package org.exitrace.vtl.protocol.sendipi;

/** What the byte says that names the target, HV_INPUT_VTL: docs/vtl.md a.1. */
enum NamedVtl {
    /** UseTargetVtl is clear: the caller's. */
    NONE("no VTL"),
    /** VTL 0. */
    VTL0("VTL 0"),
    /** VTL 1. */
    VTL1("VTL 1"),
    /** One that nobody has. */
    VTL7("VTL 7");

    private final String label;

    NamedVtl(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The target of a call from VTL 1. */
    NamedVtl orCaller() {
        return this == NONE ? VTL1 : this;
    }
}
