package org.exitrace.vtl.spec;

/**
 * Of what a register has one instance for each.
 *
 * <p>Source: docs/vtl.md a.2, c.2.
 */
public enum RegisterScope {
    /** The partition. */
    PARTITION(false),
    /** A level of the partition. */
    PARTITION_VTL(true),
    /** A processor, whatever level it executes: shared. */
    VP(false),
    /** A level of a processor: private. */
    VP_VTL(true);

    private final boolean isOfVtl;

    RegisterScope(boolean isOfVtl) {
        this.isOfVtl = isOfVtl;
    }

    /** Whether each level has its own. */
    public boolean isOfVtl() {
        return isOfVtl;
    }
}
