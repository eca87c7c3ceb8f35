package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmVina: how a level is told that an interrupt waits for a lower one. What no field
 * has is kept as it is written.
 *
 * <p>Source: docs/vtl.md a.3, c.4.
 */
public final class VsmVina {

    /** The vector that is requested; 16 or more. */
    public static final BitField VECTOR = BitField.bits("Vector", 7, 0);
    /** Whether any is. */
    public static final BitField ENABLED = BitField.bit("Enabled", 8);
    /** VinaAsserted is cleared without the guest's doing. */
    public static final BitField AUTO_RESET = BitField.bit("AutoReset", 9);
    /** The vector needs no end of interrupt. */
    public static final BitField AUTO_EOI = BitField.bit("AutoEoi", 10);

    /** All of it. */
    public static final RegisterLayout LAYOUT =
            new RegisterLayout(VECTOR, ENABLED, AUTO_RESET, AUTO_EOI);

    /** The least vector. */
    public static final int LEAST_VECTOR = 16;

    private VsmVina() {
    }
}
