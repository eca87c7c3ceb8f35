package org.exitrace.kvm.migration.world;

/** What became of an access to the migration MSR. */
public enum MsrAnswer {
    /** There was none. */
    NONE,
    /** Done. */
    OK,
    /** #GP. */
    GP
}
