package org.exitrace.vtl.hypercall;

/** What becomes of an instruction that is carried out by nobody. */
public enum Fault {
    /** The guest takes an invalid-opcode exception; nothing else has changed. */
    INVALID_OPCODE("#UD"),
    /** The host's run loop ends with an error of its own. */
    RUN_LOOP_ERROR("run-loop-error");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
