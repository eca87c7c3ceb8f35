package org.exitrace.vtl.spec;

/**
 * What a guest has in RCX when it makes a hypercall.
 *
 * <p>Source: docs/vtl.md b.1.
 *
 * @param code which hypercall
 * @param isFast whether the input stands in registers
 * @param headerWords length of the variable part of the header, in units of eight bytes
 * @param isNested whether the hypervisor above is meant
 * @param repCount how many elements the list has
 * @param repStart the first that has not been done
 */
public record ControlWord(int code, boolean isFast, int headerWords, boolean isNested,
        int repCount, int repStart) {

    private static final BitField CODE = BitField.bits("CallCode", 15, 0);
    private static final BitField FAST = BitField.bit("Fast", 16);
    private static final BitField HEADER = BitField.bits("VariableHeaderSize", 26, 17);
    private static final BitField NESTED = BitField.bit("IsNested", 31);
    private static final BitField COUNT = BitField.bits("RepCount", 43, 32);
    private static final BitField START = BitField.bits("RepStart", 59, 48);

    /** Where each part stands. */
    public static final RegisterLayout LAYOUT =
            new RegisterLayout(CODE, FAST, HEADER, NESTED, COUNT, START);

    /** A simple call with its input in memory. */
    public static ControlWord simple(Hypercall call) {
        return new ControlWord(call.code(), false, 0, false, 0, 0);
    }

    /** A list of {@code count} elements in memory. */
    public static ControlWord rep(Hypercall call, int count) {
        return new ControlWord(call.code(), false, 0, false, count, 0);
    }

    /** What {@code word} says; reserved bits are not looked at. */
    public static ControlWord of(long word) {
        return new ControlWord((int) CODE.in(word), FAST.isSetIn(word), (int) HEADER.in(word),
                NESTED.isSetIn(word), (int) COUNT.in(word), (int) START.in(word));
    }

    /** Whether {@code word} has a bit set that must be 0. */
    public static boolean hasReserved(long word) {
        return (word & LAYOUT.reserved()) != 0;
    }

    /** The word that says this; a part that does not fit is refused. */
    public long word() {
        return CODE.of(code) | FAST.of(isFast ? 1 : 0) | HEADER.of(headerWords)
                | NESTED.of(isNested ? 1 : 0) | COUNT.of(repCount) | START.of(repStart);
    }

    /** The same with its input in registers. */
    public ControlWord fast() {
        return new ControlWord(code, true, headerWords, isNested, repCount, repStart);
    }

    /** The same, of which {@code start} elements are done. */
    public ControlWord from(int start) {
        return new ControlWord(code, isFast, headerWords, isNested, repCount, start);
    }
}
