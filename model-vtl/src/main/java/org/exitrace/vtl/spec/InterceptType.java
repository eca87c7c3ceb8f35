package org.exitrace.vtl.spec;

import java.util.Arrays;
import java.util.Optional;

/**
 * What HvCallInstallIntercept intercepts. Which accesses a type has was published for the first
 * four; the others take any here.
 *
 * <p>Source: docs/vtl.md b.2 (hvdef).
 */
public enum InterceptType {
    IO_PORT(0x00, 0b011), MSR(0x01, 0b011), CPUID(0x02, 0b100), EXCEPTION(0x03, 0b100),
    HYPERCALL(0x08, 0b111), UNKNOWN_SYNIC_CONNECTION(0x0D, 0b111), APIC_EOI(0x0E, 0b111),
    RETARGET_INTERRUPT(0x0F, 0b111), IO_PORT_RANGE(0x11, 0b111);

    private final int number;
    private final int accesses;

    InterceptType(int number, int accesses) {
        this.number = number;
        this.accesses = accesses;
    }

    /** As the input has it. */
    public int number() {
        return number;
    }

    /** Whether each access of {@code mask} is one that it has. */
    public boolean has(long mask) {
        return (mask & ~accesses) == 0;
    }

    /** The type of that number. */
    public static Optional<InterceptType> of(long number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
