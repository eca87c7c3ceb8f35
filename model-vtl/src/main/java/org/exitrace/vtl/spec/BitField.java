package org.exitrace.vtl.spec;

/**
 * Some neighbouring bits of a word.
 *
 * @param name as the interface writes it
 * @param high the highest of them, from 0
 * @param low the lowest of them
 * @param isPublished whether the functional specification names it; else hvdef alone does
 */
public record BitField(String name, int high, int low, boolean isPublished) {

    /** Refuses what lies in no word. */
    public BitField {
        if (low < 0 || high < low || high >= Long.SIZE) {
            throw new IllegalArgumentException("bits " + high + ":" + low + " of '" + name
                    + "' are in no 64-bit word; write the higher one first, from 63 to 0");
        }
    }

    /** Bits {@code high} to {@code low}. */
    public static BitField bits(String name, int high, int low) {
        return new BitField(name, high, low, true);
    }

    /** One bit. */
    public static BitField bit(String name, int place) {
        return new BitField(name, place, place, true);
    }

    /** The same, of which the functional specification says nothing. */
    public BitField unpublished() {
        return new BitField(name, high, low, false);
    }

    /** All of them, set. */
    public long mask() {
        return -1L >>> Long.SIZE - 1 - high + low << low;
    }

    /** What they hold in {@code word}, from bit 0 on. */
    public long in(long word) {
        return (word & mask()) >>> low;
    }

    /** Whether any of them is set in {@code word}. */
    public boolean isSetIn(long word) {
        return (word & mask()) != 0;
    }

    /** {@code word} with {@code value} in them; a value that does not fit is refused. */
    public long put(long word, long value) {
        if ((value << low & mask()) >>> low != value) {
            throw new IllegalArgumentException("0x" + Long.toHexString(value) + " does not fit"
                    + " into the " + (high - low + 1) + " bits of " + name);
        }
        return word & ~mask() | value << low;
    }

    /** A word in which they hold {@code value} and all else is 0. */
    public long of(long value) {
        return put(0, value);
    }
}
