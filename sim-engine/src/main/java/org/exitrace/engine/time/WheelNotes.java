package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * The notes of a {@link TimeWheel}: times and ids, in a pile for each digit of each wheel. A pile
 * is made of pages, so that what is noted together lies together in memory.
 */
final class WheelNotes {

    /** Told behind the last page of a pile. */
    static final int NO_PAGE = -1;

    private static final int DIGIT_BITS = 6;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int WHEELS = 11;
    private static final int PAGE_BITS = 7;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int FIRST_PAGES = 16;

    /** A bit for each wheel that has notes, and one for each of its digits that has. */
    private int wheels;
    private final long[] digits = new long[WHEELS];
    /** Place behind the last note of each pile; 0 where it has none. */
    private final int[] end = new int[WHEELS * DIGITS];

    private long[] times = new long[FIRST_PAGES * PAGE];
    private int[] ids = new int[FIRST_PAGES * PAGE];
    private int[] below = new int[FIRST_PAGES];
    private int pages;
    private int free = NO_PAGE;
    private long size;
    private int takenEnd;
    private long takenNs;

    void clear() {
        wheels = 0;
        Arrays.fill(digits, 0);
        Arrays.fill(end, 0);
        pages = 0;
        free = NO_PAGE;
        size = 0;
    }

    boolean isEmpty() {
        return wheels == 0;
    }

    /** How many notes there are, with those that have lost their sense. */
    long size() {
        return size;
    }

    /** Notes {@code id} under {@code ns}, by the highest digit in which that is not {@code now}. */
    void add(long now, long ns, int id) {
        int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros(ns ^ now);
        // The sixth part of a number less than 64.
        int wheel = bit * 43 >> 8;
        int digit = (int) (ns >>> DIGIT_BITS * wheel) & DIGITS - 1;
        int pile = wheel << DIGIT_BITS | digit;
        int place = end[pile];
        if ((place & PAGE - 1) == 0) {
            wheels |= 1 << wheel;
            digits[wheel] |= 1L << digit;
            place = page((place >> PAGE_BITS) - 1);
        }
        times[place] = ns;
        ids[place] = id;
        end[pile] = place + 1;
        size++;
    }

    /** The place where an empty page starts that lies on page {@code under}. */
    private int page(int under) {
        int page = free;
        if (page != NO_PAGE) {
            free = below[page];
        } else {
            page = pages++;
            if (page >= below.length) {
                below = Arrays.copyOf(below, 2 * below.length);
                times = Arrays.copyOf(times, 2 * times.length);
                ids = Arrays.copyOf(ids, 2 * ids.length);
            }
        }
        below[page] = under;
        return page << PAGE_BITS;
    }

    /** Takes the pile of the least times out, and tells its uppermost page. */
    int takeFirst(long now) {
        int wheel = Integer.numberOfTrailingZeros(wheels);
        int digit = Long.numberOfTrailingZeros(digits[wheel]);
        digits[wheel] &= digits[wheel] - 1;
        if (digits[wheel] == 0) {
            wheels &= wheels - 1;
        }
        int pile = wheel << DIGIT_BITS | digit;
        takenEnd = end[pile];
        end[pile] = 0;
        int page = takenEnd - 1 >> PAGE_BITS;
        int shift = DIGIT_BITS * wheel;
        takenNs = below[page] == NO_PAGE ? leastOf(page)
                : (now >>> shift >>> DIGIT_BITS << DIGIT_BITS | digit) << shift;
        return page;
    }

    private long leastOf(int page) {
        long least = Long.MAX_VALUE;
        for (int i = start(page); i < takenEnd; i++) {
            least = Math.min(least, times[i]);
        }
        return least;
    }

    /** At most the least time of the pile that was taken; just that where it has one page. */
    long takenNs() {
        return takenNs;
    }

    /** Place behind the last note of the page at hand. */
    int takenEnd() {
        return takenEnd;
    }

    /** Place of the first note of {@code page}. */
    static int start(int page) {
        return page << PAGE_BITS;
    }

    long ns(int place) {
        return times[place];
    }

    int id(int place) {
        return ids[place];
    }

    /** Drops {@code page} with its notes, and tells the next of its pile. */
    int dropTaken(int page) {
        size -= takenEnd - start(page);
        int next = below[page];
        below[page] = free;
        free = page;
        takenEnd = start(next) + PAGE;
        return next;
    }
}
