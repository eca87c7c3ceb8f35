package org.exitrace.vtl.spec;

/**
 * What a guest finds in RAX behind a hypercall.
 *
 * <p>Source: docs/vtl.md b.1.
 */
public final class ResultWord {

    /** The status. */
    public static final BitField STATUS = BitField.bits("Status", 15, 0);
    /** How many elements of a list are done. */
    public static final BitField REPS_DONE = BitField.bits("RepsComplete", 43, 32);

    /** All of it. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(STATUS, REPS_DONE);

    private ResultWord() {
    }

    /** The word that says {@code status}, and that {@code repsDone} elements are done. */
    public static long of(HvStatus status, int repsDone) {
        return STATUS.of(status.code()) | REPS_DONE.of(repsDone);
    }
}
