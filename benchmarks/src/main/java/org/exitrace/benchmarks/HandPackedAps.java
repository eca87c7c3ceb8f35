package org.exitrace.benchmarks;

import java.util.Arrays;

/**
 * The protocol of {@link ParkedAps} as somebody would write it by hand for speed: a state is one
 * long, the steps are branches on its bits, visited states stand in one table as they are.
 *
 * <p>Each AP has 15 bits: guest 3, host 3, mp_state 2, then init, sipi, started, held, result,
 * finished, nmi. Above the APs: the BSP's place 2, its target 2, its round 2, then nmi_sent.
 */
final class HandPackedAps {

    private static final int AP_BITS = 15;
    private static final long INIT = 1L << 8;
    private static final long SIPI = 1L << 9;
    private static final long STARTED = 1L << 10;
    private static final long HELD = 1L << 11;
    private static final long RESULT = 1L << 12;
    private static final long FINISHED = 1L << 13;
    private static final long NMI = 1L << 14;
    private static final long NMI_SENT = 1L << 6;
    private static final long AP_MASK = (1L << AP_BITS) - 1;

    private final int count;
    private final int bspShift;
    private long[] table = new long[1 << 12];
    private long[] states = new long[1 << 11];
    private int[] parents = new int[1 << 11];
    private int found;
    private int takenFrom;
    private long transitions = 1;
    private int atRest;
    private int stuck;
    private int entersHeld;
    private int done;
    private int depth;

    HandPackedAps(int count) {
        this.count = count;
        this.bspShift = count * AP_BITS;
    }

    int states() {
        return found;
    }

    long transitions() {
        return transitions;
    }

    int depth() {
        return depth;
    }

    int atRest() {
        return atRest;
    }

    int stuck() {
        return stuck;
    }

    int broken() {
        return entersHeld;
    }

    int done() {
        return done;
    }

    /** Visits all states, breadth-first. */
    void search() {
        note(0);
        int levelEnd = 0;
        for (takenFrom = 0; takenFrom < found; takenFrom++) {
            if (takenFrom == levelEnd) {
                levelEnd = found;
                depth++;
            }
            long state = states[takenFrom];
            long before = transitions;
            lookBehindBsp(state);
            if ((state >>> bspShift & NMI_SENT) == 0) {
                for (int ap = 0; ap < count; ap++) {
                    reach(state | NMI_SENT << bspShift | NMI << ap * AP_BITS);
                }
            }
            for (int ap = 0; ap < count; ap++) {
                lookBehindAp(state, ap * AP_BITS);
            }
            if (transitions == before) {
                atRest++;
                stuck += (int) (state >>> bspShift + 4 & 3) == ParkedAps.ROUNDS ? 0 : 1;
            }
        }
    }

    private void lookBehindBsp(long state) {
        long bsp = state >>> bspShift;
        int place = (int) bsp & 3;
        int target = (int) (bsp >>> 2) & 3;
        int round = (int) (bsp >>> 4) & 3;
        if (round == ParkedAps.ROUNDS) {
            return;
        }
        int shift = target * AP_BITS;
        switch (place) {
            case 0 -> reach((state | INIT << shift) + (1L << bspShift));
            case 1, 2 -> reach((state | SIPI << shift) + (1L << bspShift));
            default -> {
                if ((state >>> shift & FINISHED) != 0) {
                    int next = target + 1 == count ? 0 : target + 1;
                    int nextRound = next == 0 ? round + 1 : round;
                    long rest = state & (1L << bspShift) - 1 & ~(FINISHED << shift);
                    reach(rest | (bsp & NMI_SENT | next << 2 | nextRound << 4) << bspShift);
                }
            }
        }
    }

    private void lookBehindAp(long state, int shift) {
        long ap = state >>> shift & AP_MASK;
        long others = state & ~(AP_MASK << shift);
        boolean event = (ap & (INIT | SIPI | NMI)) != 0;
        switch ((int) (ap >>> 3) & 7) {
            case 0 -> {
                if (event) {
                    reach(others | host(ap, 2) << shift);
                }
            }
            case 1 -> {
                if (event) {
                    reach(others | host(ap, 2) << shift);
                }
                reach(others | guestStep(ap) << shift);
            }
            case 2 -> reach(others | host((ap & INIT) != 0 ? mp(ap & ~INIT, 3) : ap, 3) << shift);
            case 3 -> reach(others | takeSipi(ap) << shift);
            case 4 -> reach(others | deliver(ap) << shift);
            case 5 -> reach(others | host(ap & ~HELD, 1) << shift);
            case 6 -> reach(others | host(mp(ap, 2), 0) << shift);
            default -> reach(others | takeNmi(ap) << shift);
        }
    }

    private static long guestStep(long ap) {
        return switch ((int) ap & 7) {
            case 0 -> guest(ap, 1);
            case 1 -> guest(ap | FINISHED, 2);
            case 2 -> guest(ap, 3);
            case 3 -> host(guest(ap & ~RESULT | HELD, 4), 6);
            default -> guest(ap, (ap & RESULT) != 0 ? 0 : 2);
        };
    }

    private static long takeSipi(long ap) {
        boolean wakes = (ap & SIPI) != 0 && (ap >>> 6 & 3) == 3;
        return host(ap & ~SIPI, wakes ? 4 : 7);
    }

    private static long takeNmi(long ap) {
        long woken = (ap & NMI) != 0 && (ap >>> 6 & 3) == 2 ? mp(ap, 1) : ap;
        return host(woken & ~NMI, (woken >>> 6 & 3) == 1 ? 5 : 0);
    }

    private static long deliver(long ap) {
        long woken = (ap & STARTED) == 0 ? ap | STARTED
                : (ap & HELD) != 0 ? ap | RESULT : ap & ~RESULT;
        return host(mp(woken, 1), 5);
    }

    private static long guest(long ap, int place) {
        return ap & ~7L | place;
    }

    private static long host(long ap, int place) {
        return ap & ~(7L << 3) | (long) place << 3;
    }

    private static long mp(long ap, int value) {
        return ap & ~(3L << 6) | (long) value << 6;
    }

    private void reach(long state) {
        transitions++;
        note(state);
    }

    /** Adds it if it is new; states are kept as state + 1, so that 0 is free. */
    private void note(long state) {
        int mask = table.length - 1;
        long key = state + 1;
        long mixed = state * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (table[slot] != 0) {
            if (table[slot] == key) {
                return;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = key;
        if (found == states.length) {
            states = Arrays.copyOf(states, 2 * found);
            parents = Arrays.copyOf(parents, 2 * found);
        }
        states[found] = state;
        parents[found++] = takenFrom;
        look(state);
        if (found * 2 > table.length) {
            grow();
        }
    }

    private void look(long state) {
        for (int ap = 0; ap < count; ap++) {
            long part = state >>> ap * AP_BITS;
            entersHeld += (part >>> 3 & 7) == 1 && (part >>> 6 & 3) == 2 ? 1 : 0;
        }
        done += (int) (state >>> bspShift + 4 & 3) == ParkedAps.ROUNDS ? 1 : 0;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        int mask = table.length - 1;
        for (long key : old) {
            if (key != 0) {
                int slot = (int) ((key - 1) * 0x9E3779B97F4A7C15L >>> 32) & mask;
                while (table[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                table[slot] = key;
            }
        }
    }
}
