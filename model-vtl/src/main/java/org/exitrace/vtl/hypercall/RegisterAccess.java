package org.exitrace.vtl.hypercall;

import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * One register that is read or written.
 *
 * @param vtl whose
 * @param name its number
 * @param value what it shall hold, bits 63:0; 0 where it is read
 */
public record RegisterAccess(int vtl, int name, long value) {

    /** Whether it is {@code register}, or one of those that follow it. */
    boolean isOf(HvRegister register) {
        return name >= register.id() && name < register.id() + register.count();
    }

    /** Which of those that follow {@code register}, from 0. */
    int place(HvRegister register) {
        return name - register.id();
    }

    /** The lowest VTL that has it. */
    int lowestVtl() {
        return HvRegister.of(name).map(HvRegister::lowestVtl).orElse(VtlNumber.LOWEST);
    }
}
