package org.exitrace.ghcb.spec;

/**
 * What SW_EXITINFO2 says of a guest request: in 31:0 the firmware's status, in 63:32 what the host
 * itself says. Source: docs/ghcb.md c.3; Linux {@code sev-guest.h}.
 */
public enum GuestRequestAnswer {
    /** Both are 0. */
    DONE(0),
    /** The certificates need more pages: RBX tells how many. */
    INVALID_LEN(1),
    /** The guest asks again later, with the same message. */
    BUSY(2),
    /** Some error of the host; Linux's own number. */
    GENERIC(1L << 31),
    /** Some error of the firmware, which is in the low half. */
    FIRMWARE(0);

    private static final int HOST_AT = 32;

    private final long code;

    GuestRequestAnswer(long code) {
        this.code = code;
    }

    /** The value of SW_EXITINFO2 where the firmware was not asked. */
    public long info2() {
        return code << HOST_AT;
    }

    /** What {@code info2} says; what the host says counts first. */
    public static GuestRequestAnswer of(long info2) {
        if (info2 == 0) {
            return DONE;
        }
        long host = info2 >>> HOST_AT;
        return host == INVALID_LEN.code ? INVALID_LEN : host == BUSY.code ? BUSY
                : host == 0 ? FIRMWARE : GENERIC;
    }
}
