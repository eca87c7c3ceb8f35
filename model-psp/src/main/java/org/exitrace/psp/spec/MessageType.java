package org.exitrace.psp.spec;

/**
 * What a guest asks the firmware for; the answer's number is the next
 * (docs/sev-firmware.md, e.2).
 */
public enum MessageType {
    /** Checks CPUID values. */
    CPUID(0x01),
    /** Derives a key. */
    KEY(0x03),
    /** Signs a report. */
    REPORT(0x05),
    /** A migration agent takes a guest out of the platform. */
    EXPORT(0x07),
    /** A migration agent brings a guest into a context. */
    IMPORT(0x09),
    /** A migration agent finishes the launch of its guest. */
    ABSORB(0x0B),
    /** A migration agent sets its guest's migration root key. */
    VMRK(0x0D),
    /** A guest takes over an exported context itself. */
    ABSORB_NOMA(0x0F),
    /** Asks for the time stamp counter's scale. */
    TSC_INFO(0x11);

    private final int code;

    MessageType(int code) {
        this.code = code;
    }

    /** The number of the request. */
    public int code() {
        return code;
    }
}
