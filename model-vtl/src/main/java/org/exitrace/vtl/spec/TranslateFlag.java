package org.exitrace.vtl.spec;

/**
 * What a translation is asked to do.
 *
 * <p>Source: docs/vtl.md b.2.
 */
public enum TranslateFlag {
    VALIDATE_READ(0x1),
    VALIDATE_WRITE(0x2),
    VALIDATE_EXECUTE(0x4),
    PRIVILEGE_EXEMPT(0x8),
    SET_PAGE_TABLE_BITS(0x10),
    /** Flushes of the translations of the processor wait. */
    TLB_FLUSH_INHIBIT(0x20),
    SUPERVISOR_ACCESS(0x40),
    USER_ACCESS(0x80),
    ENFORCE_SMAP(0x100),
    OVERRIDE_SMAP(0x200),
    SHADOW_STACK(0x400);

    /** In whose context: an {@link HvInputVtl}. */
    public static final BitField INPUT_VTL = BitField.bits("InputVtl", 63, 56);

    private final long bit;

    TranslateFlag(long bit) {
        this.bit = bit;
    }

    /** Its bit of the control flags. */
    public long bit() {
        return bit;
    }

    /** Whether {@code flags} has a bit that none of these is, the level left out. */
    public static boolean hasReserved(long flags) {
        long known = INPUT_VTL.mask();
        for (TranslateFlag flag : values()) {
            known |= flag.bit;
        }
        return (flags & ~known) != 0;
    }
}
