package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.INVALID_CONNECTION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PORT_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_SYNIC_STATE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_INDEX;
import static org.exitrace.vtl.spec.HvStatus.OPERATION_DENIED;

import org.exitrace.vtl.spec.HvStatus;

/**
 * HvCallSignalEvent: an event flag of the port to which a connection leads.
 *
 * <p>Source: docs/vtl.md b.3, a.8.
 *
 * @param connection the number of the connection
 * @param flag which flag, from the port's first
 * @param isReservedSet whether a reserved bit of the input is set
 */
public record SignalEvent(long connection, long flag, boolean isReservedSet) {

    /** What is refused. */
    public static final Checks<SignalEvent, HvStatus> CHECKS = ofPort(
            new Checks<SignalEvent, HvStatus>("SIGNAL_EVENT")
            .check("any-flag", "the flag is not the port's first",
                    Answers.unasked().qemu(INVALID_PORT_ID), (caller, in) -> in.flag != 0)
            .check("reserved", "a reserved bit of the input is set",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER)
                            .qemu(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.isReservedSet)
            .check("connection", "there is no such connection",
                    Answers.same(INVALID_CONNECTION_ID),
                    (caller, in) -> !in.port(caller).exists()));

    private static Checks<SignalEvent, HvStatus> ofPort(Checks<SignalEvent, HvStatus> checks) {
        return checks
            .check("port-deleted", "the port has been deleted",
                    Answers.of(INVALID_PORT_ID)
                            .qemu(INVALID_CONNECTION_ID).openvmm(INVALID_CONNECTION_ID),
                    (caller, in) -> in.port(caller).isDeleted())
            .check("port-type", "the port is one of messages",
                    Answers.of(INVALID_PORT_ID)
                            .qemu(INVALID_CONNECTION_ID).openvmm(INVALID_CONNECTION_ID),
                    (caller, in) -> in.port(caller).isOfMessages())
            .check("vtl", "the port is for higher VTLs than the caller's",
                    Answers.unasked().openvmm(OPERATION_DENIED),
                    (caller, in) -> caller.vtl() < in.port(caller).leastVtl())
            .check("flag", "the port has no such flag", Answers.of(INVALID_PARAMETER),
                    (caller, in) -> !in.port(caller).hasFlag(in.flag))
            .check("vp", "the virtual processor of the port does not exist",
                    Answers.of(INVALID_VP_INDEX),
                    (caller, in) -> !in.port(caller).hasProcessor())
            .check("synic", "the SynIC of the port, or its page of event flags, is disabled",
                    Answers.of(INVALID_SYNIC_STATE),
                    (caller, in) -> !in.port(caller).takesEvents());
    }

    private SynicConnection port(CallerView caller) {
        return caller.connection(connection);
    }
}
