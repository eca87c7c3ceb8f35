package org.exitrace.vtl.call;

/** A write of a register of its own local APIC: an instruction that the kernel answers. */
public interface ApicWrite extends HvCall {

    @Override
    default boolean isHypercall() {
        return false;
    }
}
