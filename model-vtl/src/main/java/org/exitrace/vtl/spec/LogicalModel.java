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
    /** x2APIC: the upper 16 bits name a cluster; LDR is made from the id and cannot be written. */
    X2APIC("x2apic");

    /** The highest destination that an xAPIC can name, which means all. */
    public static final int BROADCAST = 0xFF;

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

    /** Whether {@code destination} names a local APIC of this model that has {@code ldr}. */
    public boolean names(int destination, int ldr) {
        return switch (this) {
            case FLAT -> destination == BROADCAST || (destination & ldr) != 0;
            case CLUSTER -> destination == BROADCAST || isMember(destination, ldr, MEMBERS);
            case X2APIC -> isMember(destination, ldr, X2APIC_MEMBERS);
        };
    }

    private static boolean isMember(int destination, int ldr, int members) {
        return destination >> members == ldr >> members
                && (destination & ldr & (1 << members) - 1) != 0;
    }

    /** LDR of the x2APIC with that id. */
    public static int x2apicLdr(int id) {
        return id / X2APIC_MEMBERS << X2APIC_MEMBERS | 1 << id % X2APIC_MEMBERS;
    }
}
