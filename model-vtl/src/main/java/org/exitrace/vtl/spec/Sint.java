package org.exitrace.vtl.spec;

/**
 * A synthetic interrupt source. Where vector and mask stand is from memory.
 *
 * <p>Source: docs/vtl.md a.8.
 */
public final class Sint {

    /** How many a level of a processor has. */
    public static final int COUNT = 16;
    /** The one at which intercepts arrive. */
    public static final int OF_INTERCEPTS = 0;

    /** Which interrupt it requests. */
    public static final BitField VECTOR = BitField.bits("Vector", 7, 0);
    /** Whether it requests none. */
    public static final BitField MASKED = BitField.bit("Masked", 16);
    /** The interrupt needs no end of interrupt. */
    public static final BitField AUTO_EOI = BitField.bit("AutoEoi", 17);
    /** The guest looks itself. */
    public static final BitField POLLING = BitField.bit("Polling", 18);

    /** All of it. */
    public static final RegisterLayout LAYOUT =
            new RegisterLayout(VECTOR, MASKED, AUTO_EOI, POLLING);

    /** What it holds at start and after a reset. */
    public static final long AT_RESET = MASKED.mask();

    private Sint() {
    }
}
