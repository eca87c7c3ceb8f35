package org.exitrace.vtl.spec;

import java.util.Arrays;
import java.util.EnumSet;

/**
 * Of which type the interrupt of HvCallAssertVirtualInterrupt is.
 *
 * <p>Source: docs/vtl.md b.2 (hvdef).
 */
public enum InterruptType {
    FIXED(0), LOWEST_PRIORITY(1), SMI(2), REMOTE_READ(3), NMI(4), INIT(5), SIPI(6), EXTERNAL(7),
    LOCAL_INT0(8), LOCAL_INT1(9);

    private static final EnumSet<InterruptType> WITH_VECTOR =
            EnumSet.of(FIXED, LOWEST_PRIORITY, SIPI, EXTERNAL);

    private final int number;

    InterruptType(int number) {
        this.number = number;
    }

    /** Low half of InterruptControl. */
    public int number() {
        return number;
    }

    /** Whether a type has that number. */
    public static boolean isKnown(long number) {
        return Arrays.stream(values()).anyMatch(type -> type.number == number);
    }

    /** Whether the type of that number has a vector. */
    public static boolean hasVector(long number) {
        return WITH_VECTOR.stream().anyMatch(type -> type.number == number);
    }
}
