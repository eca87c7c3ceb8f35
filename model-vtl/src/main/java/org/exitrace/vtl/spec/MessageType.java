package org.exitrace.vtl.spec;

/**
 * What a message of the SynIC tells; 0 is an empty slot.
 *
 * <p>Source: docs/vtl.md a.8.
 */
public enum MessageType {
    UNMAPPED_GPA(0x80000000L),
    GPA_INTERCEPT(0x80000001L),
    ENABLE_PARTITION_VTL_INTERCEPT(0x80000005L),
    TIMER_EXPIRED(0x80000010L),
    SINT_DELIVERABLE(0x80000062L),
    MSR_INTERCEPT(0x80010001L),
    REGISTER_INTERCEPT(0x80010006L),
    X64_APIC_INIT_SIPI_INTERCEPT(0x8001000DL);

    private final long code;

    MessageType(long code) {
        this.code = code;
    }

    /** Its number. */
    public long code() {
        return code;
    }
}
