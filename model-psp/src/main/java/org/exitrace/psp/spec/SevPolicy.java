package org.exitrace.psp.spec;

/**
 * The bits of an SEV guest's policy that the firmware enforces, by their number
 * (docs/sev-firmware.md, b.1).
 */
public enum SevPolicy {
    /** Refuses debugging. */
    NODBG,
    /** Refuses to share keys with another guest. */
    NOKS,
    /** Needs encrypted state. */
    ES,
    /** Refuses to be sent. */
    NOSEND,
    /** May be sent within its owner's domain only. */
    DOMAIN,
    /** May be sent to platforms that have SEV only. */
    SEV;

    /** The bit in a set of policy bits. */
    public long bit() {
        return 1L << ordinal();
    }

    /** The names of all bits, in order. */
    public static String[] names() {
        String[] names = new String[values().length];
        for (SevPolicy bit : values()) {
            names[bit.ordinal()] = bit.name();
        }
        return names;
    }
}
