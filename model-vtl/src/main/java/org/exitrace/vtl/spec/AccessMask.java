package org.exitrace.vtl.spec;

/**
 * What a higher level leaves a lower one of a page: four bits. Numbers here are those of the
 * functional specification; the RFC's tests have the two executions the other way round.
 *
 * <p>Source: docs/vtl.md a.4.
 */
public final class AccessMask {

    /** May read. */
    public static final int READ = 1;
    /** May write. */
    public static final int WRITE = 2;
    /** May execute in kernel mode; in either mode without mode-based execution control. */
    public static final int KERNEL_EXECUTE = 4;
    /** May execute in user mode; says nothing without mode-based execution control. */
    public static final int USER_EXECUTE = 8;

    /** Nothing may be done. */
    public static final int NONE = 0;
    /** Everything may be done. */
    public static final int ALL = READ | WRITE | KERNEL_EXECUTE | USER_EXECUTE;
    /** The default mask that the RFC's tests write, in their order of bits. */
    public static final int DEFAULT_OF_TESTS = 0xB;

    private static final int EXECUTE = KERNEL_EXECUTE | USER_EXECUTE;

    private AccessMask() {
    }

    /**
     * Whether a hypervisor may take {@code mask}: what writes or executes must read.
     *
     * @param mask four bits in the order of the functional specification
     */
    public static boolean isLegal(int mask) {
        return (mask & ~ALL) == 0 && (mask == NONE || (mask & READ) != 0);
    }

    /** Whether what {@code mask} means is undefined: execution in kernel mode alone, with MBEC. */
    public static boolean isUndefined(int mask, boolean mbec) {
        return mbec && (mask & EXECUTE) == KERNEL_EXECUTE;
    }

    /** What {@code mask} means where MBEC is in force or not: without it, KMX decides for both. */
    public static int effective(int mask, boolean mbec) {
        int execute = (mask & KERNEL_EXECUTE) == 0 ? 0 : EXECUTE;
        return mbec ? mask : mask & ~EXECUTE | execute;
    }

    /** {@code mask} with the two executions exchanged: from either order of bits to the other. */
    public static int exchanged(int mask) {
        int kernel = (mask & USER_EXECUTE) >> 1;
        int user = (mask & KERNEL_EXECUTE) << 1;
        return mask & ~EXECUTE | kernel | user;
    }

    /** As people write it, such as {@code rwk-}: read, write, kernel and user execution. */
    public static String text(int mask) {
        return ((mask & READ) == 0 ? "-" : "r") + ((mask & WRITE) == 0 ? "-" : "w")
                + ((mask & KERNEL_EXECUTE) == 0 ? "-" : "k")
                + ((mask & USER_EXECUTE) == 0 ? "-" : "u");
    }
}
