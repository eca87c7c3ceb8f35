package org.exitrace.vtl.spec;

/**
 * The byte by which a hypercall names a level.
 *
 * <p>Source: docs/vtl.md a.1.
 */
public final class HvInputVtl {

    /** Which level. */
    public static final BitField TARGET_VTL = BitField.bits("TargetVtl", 3, 0);
    /** Whether that counts; else the caller's own level is meant. */
    public static final BitField USE_TARGET_VTL = BitField.bit("UseTargetVtl", 4);

    /** All of it; of 64 bits only the lowest eight exist. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(TARGET_VTL, USE_TARGET_VTL);

    /** The caller's own level. */
    public static final int OWN = 0;

    private static final int BYTE = 0xFF;

    private HvInputVtl() {
    }

    /** The byte that names {@code vtl}. */
    public static int of(int vtl) {
        return (int) (TARGET_VTL.of(vtl) | USE_TARGET_VTL.mask());
    }

    /** Whether {@code input} is such a byte: its reserved bits are 0. */
    public static boolean isValid(int input) {
        return (input & ~BYTE) == 0 && (input & LAYOUT.reserved()) == 0;
    }

    /** Which level {@code input} means when {@code caller} says it. */
    public static int resolve(int input, int caller) {
        return USE_TARGET_VTL.isSetIn(input) ? (int) TARGET_VTL.in(input) : caller;
    }
}
