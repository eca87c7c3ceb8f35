package org.exitrace.kvm.migration.world;

/** Where the guest runs. */
public enum Place {
    /** Where it was launched. */
    SOURCE,
    /** Where it was sent. */
    DESTINATION
}
