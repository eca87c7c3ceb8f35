package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_CODE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;

import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.InterceptType;

/**
 * HvCallInstallIntercept: what of lower VTLs, or of a child partition, is intercepted.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which partition
 * @param type {@link InterceptType}, by number
 * @param access bit 0 reads, 1 writes, 2 executions; none takes the intercept away
 */
public record InstallIntercept(long partition, long type, long access) {

    /** What is refused. */
    public static final Checks<InstallIntercept, HvStatus> CHECKS =
            new Checks<InstallIntercept, HvStatus>("INSTALL_INTERCEPT")
            .check("not-known", "the implementation has no such call",
                    Answers.unasked().qemu(INVALID_HYPERCALL_CODE), (caller, in) -> true)
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED).openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vtl0", "VTL0 intercepts nothing",
                    Answers.unasked().openvmm(ACCESS_DENIED), (caller, in) -> caller.vtl() == 0)
            .check("type", "there is no such type of intercept",
                    Answers.of(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> InterceptType.of(in.type).isEmpty())
            .check("other-type", "something else than an I/O port is intercepted",
                    Answers.unasked().openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.type != InterceptType.IO_PORT.number())
            .check("access", "the access is none that this type of intercept has",
                    Answers.of(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> InterceptType.of(in.type)
                            .filter(type -> !type.has(in.access)).isPresent());
}
