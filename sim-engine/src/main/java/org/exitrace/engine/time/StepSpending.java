package org.exitrace.engine.time;

/**
 * Where the time of one run went, by the steps that were taken, each by its index: what steps cost,
 * and for how long they had been kept from being taken.
 */
public final class StepSpending {

    private static final int TIMES = 0;
    private static final int COST = 1;
    private static final int QUEUED = 2;
    private static final int BLOCKED = 3;
    private static final int DELAYED = 4;
    private static final int FIGURES = 5;

    private final long[] figures;
    private final int[] taken;
    private int takenCount;

    /** Of so many steps, none of which was taken. */
    public StepSpending(int steps) {
        figures = new long[FIGURES * steps];
        taken = new int[steps];
    }

    /** Only what was taken is cleared, and added: a short run takes few of many steps. */
    void clear() {
        for (int i = 0; i < takenCount; i++) {
            for (int figure = 0; figure < FIGURES; figure++) {
                figures[FIGURES * taken[i] + figure] = 0;
            }
        }
        takenCount = 0;
    }

    /** The step was taken {@code freeNs} behind the moment at which its actor was free. */
    void took(int step, long costNs, long queuedNs, long freeNs, long blockedNs) {
        int at = FIGURES * step;
        if (figures[at + TIMES]++ == 0) {
            taken[takenCount++] = step;
        }
        figures[at + COST] += costNs;
        // Mostly a step follows the one before it at once.
        if ((queuedNs | freeNs) != 0) {
            figures[at + QUEUED] += queuedNs;
            figures[at + BLOCKED] += blockedNs;
            figures[at + DELAYED] += freeNs - blockedNs;
        }
    }

    /** Adds what {@code others} says of the same steps in other runs. */
    public void add(StepSpending others) {
        for (int i = 0; i < others.takenCount; i++) {
            int step = others.taken[i];
            if (times(step) == 0) {
                taken[takenCount++] = step;
            }
            for (int at = FIGURES * step; at < FIGURES * (step + 1); at++) {
                figures[at] += others.figures[at];
            }
        }
    }

    /** How often the step was taken. */
    public long times(int step) {
        return figures[FIGURES * step + TIMES];
    }

    /** For how long its actor was busy with it, in nanoseconds. */
    public long costNs(int step) {
        return figures[FIGURES * step + COST];
    }

    /**
     * For how long it could have been taken and its actor was busy with something else, in
     * nanoseconds. What its actor does before it in order does not count.
     */
    public long queuedNs(int step) {
        return figures[FIGURES * step + QUEUED];
    }

    /**
     * For how long its actor was free before the step could be taken, in nanoseconds: it waited for
     * somebody else, such as the holder of a lock.
     */
    public long blockedNs(int step) {
        return figures[FIGURES * step + BLOCKED];
    }

    /** For how long its actor was free and let the step's own delay pass, in nanoseconds. */
    public long delayedNs(int step) {
        return figures[FIGURES * step + DELAYED];
    }
}
