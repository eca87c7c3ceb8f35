package org.exitrace.vtl.spec;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a hypercall answers, in bits 15:0 of RAX.
 *
 * <p>Source: docs/vtl.md a.7.
 */
public enum HvStatus {
    SUCCESS(0x00),
    INVALID_HYPERCALL_CODE(0x02),
    INVALID_HYPERCALL_INPUT(0x03),
    INVALID_ALIGNMENT(0x04),
    INVALID_PARAMETER(0x05),
    ACCESS_DENIED(0x06),
    INVALID_PARTITION_STATE(0x07),
    OPERATION_DENIED(0x08),
    INSUFFICIENT_MEMORY(0x0B),
    INVALID_PARTITION_ID(0x0D),
    INVALID_VP_INDEX(0x0E),
    INVALID_PORT_ID(0x11),
    INVALID_CONNECTION_ID(0x12),
    INSUFFICIENT_BUFFERS(0x13),
    INVALID_VP_STATE(0x15),
    INVALID_SYNIC_STATE(0x18),
    OBJECT_IN_USE(0x19),
    INVALID_REGISTER_VALUE(0x50),
    INVALID_VTL_STATE(0x51),
    OPERATION_FAILED(0x71),
    TIMEOUT(0x78),
    VTL_ALREADY_ENABLED(0x86),
    UNKNOWN_REGISTER_NAME(0x87);

    private final int code;

    HvStatus(int code) {
        this.code = code;
    }

    /** Its number. */
    public int code() {
        return code;
    }

    /** The status of that number; empty if there is none. */
    public static Optional<HvStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }
}
