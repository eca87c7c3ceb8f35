package org.exitrace.engine.explore;

/**
 * The fingerprints of all states that were found, 64 or 128 bits each, with the number of the
 * state behind each if asked.
 *
 * <p>Open addressing in 64 segments, chosen by the upper bits. A segment grows alone, by half at
 * a load of four fifths, so it is between 53 and 80 % full: 10 to 15 bytes per 64-bit fingerprint,
 * and growing takes no more than a 40th on top. The home slot follows from a multiplication
 * instead of a mask, hence sizes need not be powers of two, and an old segment is copied in order.
 */
final class FingerprintSet {

    /** Answer of {@link #add}: it was not there. */
    static final int ABSENT = -1;

    private static final int SEGMENTS = 64;
    private static final int SEGMENT_SHIFT = 58;
    private static final int FIRST_SLOTS = 16;
    private static final int MOST_SLOTS = 1 << 29;

    private final int width;
    private final long[][] prints = new long[SEGMENTS][];
    private final int[][] numbers;
    private final int[] used = new int[SEGMENTS];
    private final int[] slots = new int[SEGMENTS];
    private final int slotBytes;
    private long size;
    private long bytes;
    private int zeroNumber = ABSENT;

    /** An empty set of wide (128-bit) or plain fingerprints, with numbers or without. */
    FingerprintSet(boolean wide, boolean numbered) {
        width = wide ? 2 : 1;
        numbers = numbered ? new int[SEGMENTS][] : null;
        slotBytes = Long.BYTES * width + (numbered ? Integer.BYTES : 0);
        for (int segment = 0; segment < SEGMENTS; segment++) {
            allocate(segment, FIRST_SLOTS);
        }
        bytes = (long) SEGMENTS * FIRST_SLOTS * slotBytes;
    }

    /** How many are in. */
    long size() {
        return size;
    }

    /** What the tables take. */
    long bytes() {
        return bytes;
    }

    /** What the largest table takes while it grows, on top of {@link #bytes}. */
    long growthBytes() {
        return grown(slots[0]) * (long) slotBytes * 5 / 4;
    }

    /**
     * Puts a fingerprint in.
     *
     * @param high its upper half; ignored in a set of plain fingerprints
     * @param number of its state, 0 or more; ignored in a set without numbers
     * @return {@link #ABSENT} if it was not there, else the number that it came with, or 0
     */
    int add(long low, long high, int number) {
        if (width == 2) {
            return addWide(low, high, number);
        }
        if (low == 0) {
            return addZero(number);
        }
        int segment = (int) (low >>> SEGMENT_SHIFT);
        long[] table = prints[segment];
        int slot = home(low, table.length);
        while (table[slot] != low) {
            if (table[slot] == 0) {
                table[slot] = low;
                added(segment, slot, number);
                return ABSENT;
            }
            slot = slot + 1 == table.length ? 0 : slot + 1;
        }
        return numbers == null ? 0 : numbers[segment][slot];
    }

    /** Whether it is in. */
    boolean contains(long low, long high) {
        if (low == 0 && (width == 1 || high == 0)) {
            return zeroNumber != ABSENT;
        }
        int segment = (int) (low >>> SEGMENT_SHIFT);
        long[] table = prints[segment];
        int slot = slotOf(segment, low, high);
        return width == 1 ? table[slot] != 0 : (table[2 * slot] | table[2 * slot + 1]) != 0;
    }

    /**
     * Reads where the search for {@code low} begins. Done for many before they are added, the
     * cache misses overlap; the sum of the answers keeps the reads alive.
     */
    long touch(long low) {
        int segment = (int) (low >>> SEGMENT_SHIFT);
        return prints[segment][home(low, slots[segment]) * width];
    }

    private int addWide(long low, long high, int number) {
        if ((low | high) == 0) {
            return addZero(number);
        }
        int segment = (int) (low >>> SEGMENT_SHIFT);
        int slot = slotOf(segment, low, high);
        long[] table = prints[segment];
        if ((table[2 * slot] | table[2 * slot + 1]) != 0) {
            return numbers == null ? 0 : numbers[segment][slot];
        }
        table[2 * slot] = low;
        table[2 * slot + 1] = high;
        added(segment, slot, number);
        return ABSENT;
    }

    private int addZero(int number) {
        int before = zeroNumber;
        if (before == ABSENT) {
            zeroNumber = numbers == null ? 0 : number;
            size++;
        }
        return before;
    }

    private void added(int segment, int slot, int number) {
        if (numbers != null) {
            numbers[segment][slot] = number;
        }
        size++;
        if (++used[segment] * 5L > slots[segment] * 4L) {
            grow(segment);
        }
    }

    private void grow(int segment) {
        long[] oldPrints = prints[segment];
        int[] oldNumbers = numbers == null ? null : numbers[segment];
        int oldSlots = slots[segment];
        allocate(segment, grown(oldSlots));
        bytes += (long) (slots[segment] - oldSlots) * slotBytes;
        for (int old = 0; old < oldSlots; old++) {
            long low = oldPrints[old * width];
            long high = width == 1 ? 0 : oldPrints[2 * old + 1];
            if ((low | high) != 0) {
                int slot = slotOf(segment, low, high);
                prints[segment][slot * width] = low;
                if (width == 2) {
                    prints[segment][2 * slot + 1] = high;
                }
                if (oldNumbers != null) {
                    numbers[segment][slot] = oldNumbers[old];
                }
            }
        }
    }

    /** Where it stands, or the free slot where it would. */
    private int slotOf(int segment, long low, long high) {
        long[] table = prints[segment];
        int count = slots[segment];
        int slot = home(low, count);
        while (true) {
            long there = table[slot * width];
            long above = width == 1 ? high : table[2 * slot + 1];
            boolean free = there == 0 && (width == 1 || above == 0);
            if (free || there == low && above == high) {
                return slot;
            }
            slot = slot + 1 == count ? 0 : slot + 1;
        }
    }

    private void allocate(int segment, int count) {
        slots[segment] = count;
        prints[segment] = new long[count * width];
        if (numbers != null) {
            numbers[segment] = new int[count];
        }
    }

    private static int grown(int count) {
        if (count > MOST_SLOTS) {
            throw new IllegalStateException("a segment of the fingerprint set is full at "
                    + count + " slots; bound the search by states or bytes");
        }
        return count + (count >> 1);
    }

    /** Bits 24 to 55 as a fraction of the table: the segment has taken bits above them. */
    private static int home(long low, int count) {
        return (int) ((low >>> 24 & 0xFFFFFFFFL) * count >>> 32);
    }
}
