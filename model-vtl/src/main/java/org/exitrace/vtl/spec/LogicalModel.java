package org.exitrace.vtl.spec;

import java.util.Arrays;

/**
 * How a local APIC reads the logical destination of an interrupt.
 *
 * <p>Source: docs/vtl.md c.3 N13.
 */
public enum LogicalModel {
    /** xAPIC, DFR all ones: a bit for each local APIC. */
    FLAT("flat"),
    /** xAPIC, DFR 0: the upper four bits name a cluster, the lower four a set of its members. */
    CLUSTER("cluster"),
    /**
     * x2APIC: the upper 16 bits name a cluster, the lower 16 a set of its members; LDR is made from
     * the id and cannot be written.
     */
    X2APIC("x2apic");

    /** The highest destination that an xAPIC can name, which means all. */
    public static final int BROADCAST = 0xFF;
    /** The highest that an x2APIC can name: all, in all clusters. */
    public static final long X2APIC_BROADCAST = 0xFFFF_FFFFL;

    private static final int MEMBERS = 4;
    private static final int X2APIC_MEMBERS = 16;

    private final String word;

    LogicalModel(String word) {
        this.word = word;
    }

    /** As scripts write it. */
    public String word() {
        return word;
    }

    /** The model of that word. */
    public static LogicalModel of(String word) {
        return Arrays.stream(values()).filter(model -> model.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no model of"
                        + " logical ids; take flat, cluster or x2apic"));
    }

    /**
     * Whether {@code destination} names a local APIC of this model that has {@code ldr}. An xAPIC
     * reads the lowest eight bits of it.
     */
    public boolean names(long destination, long ldr) {
        long ofXapic = destination & BROADCAST;
        return switch (this) {
            case FLAT -> ofXapic == BROADCAST || (ofXapic & ldr) != 0;
            case CLUSTER -> ofXapic == BROADCAST || isMember(ofXapic, ldr, MEMBERS);
            case X2APIC -> destination == X2APIC_BROADCAST
                    || isMember(destination, ldr, X2APIC_MEMBERS);
        };
    }

    private static boolean isMember(long destination, long ldr, int members) {
        return destination >> members == ldr >> members
                && (destination & ldr & (1L << members) - 1) != 0;
    }

    /** LDR of the x2APIC with that id. */
    public static long x2apicLdr(int id) {
        return (long) id / X2APIC_MEMBERS << X2APIC_MEMBERS | 1L << id % X2APIC_MEMBERS;
    }
}
