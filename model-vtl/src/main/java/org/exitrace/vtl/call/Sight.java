package org.exitrace.vtl.call;

/** Which part of a partition a step of a hypercall looks at; its checks find the rest in order. */
public enum Sight {
    /** All of it, in one step. */
    ALL,
    /** All of it, and VTLs count that were promised to a virtual processor. */
    PROMISES,
    /** Which VTLs the virtual processor has, or was promised. */
    TARGET,
    /** Whether a higher VTL denies what is asked. */
    DENIAL,
    /** Whether the virtual processor has been started. */
    STARTED;

    boolean ofConfig() {
        return this != TARGET && this != STARTED;
    }

    boolean ofStarts() {
        return this != TARGET && this != DENIAL;
    }

    boolean ofPromises() {
        return this != ALL;
    }
}
