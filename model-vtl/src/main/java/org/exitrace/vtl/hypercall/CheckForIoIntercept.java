package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;

import org.exitrace.vtl.spec.HvStatus;

/**
 * HvCallCheckForIoIntercept: whether an access of a VTL to an I/O port would be intercepted.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which; only the caller's own
 * @param vp of which virtual processor
 * @param inputVtl of which VTL: {@link org.exitrace.vtl.spec.HvInputVtl}
 * @param size how many bytes are accessed
 */
public record CheckForIoIntercept(long partition, long vp, int inputVtl, long size)
        implements NamesProcessor {

    private static final long LARGEST = 4;

    /** What is refused. */
    public static final Checks<CheckForIoIntercept, HvStatus> CHECKS =
            NamesProcessor.<CheckForIoIntercept>published("CHECK_FOR_IO_INTERCEPT")
            .check("size", "the access is not of one, two or four bytes",
                    Answers.of(INVALID_PARAMETER),
                    (caller, in) -> in.size > LARGEST || Long.bitCount(in.size) != 1);
}
