package org.exitrace.kvm.region;

/** What is wrong with the range of a region, if anything. */
public enum RegionRange {
    /** It is mapped, and may be pinned. */
    FINE("fine"),
    /** It is empty. */
    EMPTY("empty"),
    /** Its end wraps around. */
    WRAPS("wraps"),
    /** Address or size does not fit into an unsigned long. */
    BEYOND("beyond-long"),
    /** It has more pages than the system. */
    TOO_LARGE("too-large"),
    /** More would be pinned than RLIMIT_MEMLOCK allows. */
    OVER_LIMIT("over-limit"),
    /** Some page cannot be pinned. */
    UNMAPPED("unmapped");

    private final String label;

    RegionRange(String label) {
        this.label = label;
    }

    /** As people write it. */
    public String label() {
        return label;
    }
}
