package org.exitrace.kvm.region;

import java.util.Arrays;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.spec.Errno;

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
    /** The kernel has no memory for its list of pages. */
    NO_MEMORY("no-memory"),
    /** More would be pinned than RLIMIT_MEMLOCK allows. */
    OVER_LIMIT("over-limit"),
    /** Some page cannot be pinned. */
    UNMAPPED("unmapped");

    private final String label;

    RegionRange(String label) {
        this.label = label;
    }

    /** The range that people write so. */
    public static RegionRange of(String label) {
        return Arrays.stream(values()).filter(range -> range.label.equals(label)).findFirst()
                .orElseThrow();
    }

    /** How one is chosen. */
    public static Parameter parameter() {
        return Parameter.word("range", Arrays.stream(values()).map(RegionRange::label).toList(),
                "what is wrong with the range, if anything").usually(FINE.label);
    }

    /** What {@code sev_pin_memory} refuses, behind {@code before} (from memory in part). */
    public Checks pinning(Checks before) {
        return before
                .refuseGiven(this == EMPTY || this == WRAPS, "range", Errno.EINVAL,
                        "the range is empty or wraps", thread -> true)
                .refuseGiven(this == NO_MEMORY, "list-memory", Errno.ENOMEM,
                        "there is no memory for the list of pages", thread -> true)
                .refuseGiven(this == OVER_LIMIT, "limit", Errno.ENOMEM,
                        "RLIMIT_MEMLOCK is exceeded", thread -> true)
                .refuseGiven(this == UNMAPPED, "partial", Errno.ENOMEM,
                        "not all pages can be pinned", thread -> true);
    }

    /** As people write it. */
    public String label() {
        return label;
    }
}
