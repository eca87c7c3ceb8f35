package org.exitrace.vtl.spec;

/**
 * HvRegisterGuestVsmPartitionConfig: what a paravisor offers its guest; hvdef alone has it.
 *
 * <p>Source: docs/vtl.md a.3.
 */
public final class GuestVsmPartitionConfig {

    /** The highest level that the guest can enable. */
    public static final BitField MAXIMUM_VTL =
            BitField.bits("MaximumVtl", 3, 0).unpublished();
    /** How interrupts of VTL 0 are injected. */
    public static final BitField VTL0_INJECTION =
            BitField.bits("Vtl0Injection", 5, 4).unpublished();
    /** How interrupts of VTL 1 are injected. */
    public static final BitField VTL1_INJECTION =
            BitField.bits("Vtl1Injection", 7, 6).unpublished();

    /** All of it. */
    public static final RegisterLayout LAYOUT =
            new RegisterLayout(MAXIMUM_VTL, VTL0_INJECTION, VTL1_INJECTION);

    private GuestVsmPartitionConfig() {
    }
}
