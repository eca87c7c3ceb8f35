package org.exitrace.vtl.spec;

/**
 * What a partition must have been granted before it may use virtual trust levels: a bit of the
 * 64-bit privilege mask, of which CPUID leaf 0x40000003 tells the low half in EAX and the high one
 * in EBX.
 *
 * <p>Source: docs/vtl.md a.
 */
public enum HvPrivilege {
    /** HvCallSignalEvent. */
    SIGNAL_EVENTS(37),
    /** Hypercalls and registers of virtual secure mode. */
    ACCESS_VSM(48),
    /** Registers of virtual processors by hypercall. */
    ACCESS_VP_REGISTERS(49),
    /** Hypercalls whose codes have bit 15 set. */
    ENABLE_EXTENDED_HYPERCALLS(52),
    /** HvCallStartVirtualProcessor. */
    START_VIRTUAL_PROCESSOR(53);

    private final int place;

    HvPrivilege(int place) {
        this.place = place;
    }

    /** Its bit of the mask. */
    public long bit() {
        return 1L << place;
    }

    /** Which bit of EBX tells it. */
    public int placeInEbx() {
        return place - Integer.SIZE;
    }
}
