package org.exitrace.vtl.spec;

/**
 * A model-specific register of the hypervisor, or the first of several.
 *
 * <p>Source: docs/vtl.md a.8.
 */
public enum HvMsr {
    GUEST_OS_ID(0x40000000L),
    HYPERCALL(0x40000001L),
    VP_INDEX(0x40000002L),
    TIME_REF_COUNT(0x40000020L),
    REFERENCE_TSC(0x40000021L),
    VP_ASSIST_PAGE(0x40000073L),
    SCONTROL(0x40000080L),
    SVERSION(0x40000081L),
    SIEFP(0x40000082L),
    SIMP(0x40000083L),
    EOM(0x40000084L),
    /** Fifteen more follow. */
    SINT0(0x40000090L),
    /** Config and count of four timers in turn; seven more follow. */
    STIMER0_CONFIG(0x400000B0L);

    private final long number;

    HvMsr(long number) {
        this.number = number;
    }

    /** Its number. */
    public long number() {
        return number;
    }
}
