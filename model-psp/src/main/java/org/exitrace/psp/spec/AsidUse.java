package org.exitrace.psp.spec;

/** What one ASID is in one core complex, as the firmware keeps it (docs/sev-firmware.md, c). */
public enum AsidUse {
    /** Caches may hold lines of a guest that had the ASID: DF_FLUSH has to come first. */
    DIRTY,
    /** Free to be activated. */
    CLEAN,
    /** A guest has it, and may not run yet. */
    ALLOCATED,
    /** A guest has it and may run. */
    IN_USE
}
