package org.exitrace.vtl.hypercall;

import org.exitrace.vtl.spec.VpSetFormat;

/**
 * The virtual processors that a call with a variable header names.
 *
 * <p>Source: docs/vtl.md b.2.
 *
 * @param format {@link VpSetFormat}, by number
 * @param validBanks which banks of 64 processors follow
 * @param banks how many follow, as the header's length tells
 * @param isEmpty whether no bit of those banks is set
 */
public record ProcessorSet(long format, long validBanks, int banks, boolean isEmpty) {

    /** All that are in bank 0, as a call without a variable header has it. */
    public static ProcessorSet ofMask(long mask) {
        return new ProcessorSet(VpSetFormat.SPARSE_4K.ordinal(), 1, 1, mask == 0);
    }

    /** Whether all are meant. */
    public boolean isAll() {
        return format == VpSetFormat.ALL.ordinal();
    }

    /** Whether {@code format} is none that is known. */
    boolean isUnknown() {
        return format < 0 || format >= VpSetFormat.values().length;
    }

    /** Whether other banks follow than the mask tells. */
    boolean hasOtherBanks() {
        return banks != Long.bitCount(validBanks);
    }

    /** Whether it has no bank at all. */
    boolean hasNoBank() {
        return !isAll() && banks == 0;
    }
}
