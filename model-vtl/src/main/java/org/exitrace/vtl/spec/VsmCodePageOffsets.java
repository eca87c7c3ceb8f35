package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmCodePageOffsets: where in the hypercall page the two switches stand.
 *
 * <p>Source: docs/vtl.md a.3.
 */
public final class VsmCodePageOffsets {

    /** Where the VTL call begins. */
    public static final BitField CALL_OFFSET = BitField.bits("CallOffset", 11, 0);
    /** Where the VTL return begins. */
    public static final BitField RETURN_OFFSET = BitField.bits("ReturnOffset", 23, 12);

    /** All of it. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(CALL_OFFSET, RETURN_OFFSET);

    private VsmCodePageOffsets() {
    }
}
