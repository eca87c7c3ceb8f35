package org.exitrace.psp.spec;

/**
 * What a firmware command answers. Names and numbers are those of the user space interface
 * ({@code include/uapi/linux/psp-sev.h}; from 0x28 on those of the patch that assigns numbers to
 * all status codes, 2025). Codes of trusted I/O firmware, 0x30 and above, are left out.
 */
public enum Status {

    SUCCESS(0x00),
    INVALID_PLATFORM_STATE(0x01),
    INVALID_GUEST_STATE(0x02),
    INVALID_CONFIG(0x03),
    INVALID_LENGTH(0x04),
    ALREADY_OWNED(0x05),
    INVALID_CERTIFICATE(0x06),
    POLICY_FAILURE(0x07),
    INACTIVE(0x08),
    INVALID_ADDRESS(0x09),
    BAD_SIGNATURE(0x0A),
    BAD_MEASUREMENT(0x0B),
    ASID_OWNED(0x0C),
    INVALID_ASID(0x0D),
    WBINVD_REQUIRED(0x0E),
    DF_FLUSH_REQUIRED(0x0F),
    INVALID_GUEST(0x10),
    INVALID_COMMAND(0x11),
    ACTIVE(0x12),
    HARDWARE_PLATFORM(0x13),
    HARDWARE_UNSAFE(0x14),
    UNSUPPORTED(0x15),
    INVALID_PARAM(0x16),
    RESOURCE_LIMIT(0x17),
    SECURE_DATA_INVALID(0x18),
    INVALID_PAGE_SIZE(0x19),
    INVALID_PAGE_STATE(0x1A),
    INVALID_MDATA_ENTRY(0x1B),
    INVALID_PAGE_OWNER(0x1C),
    AEAD_OFLOW(0x1D),
    RB_MODE_EXITED(0x1F),
    RMP_INIT_REQUIRED(0x20),
    BAD_SVN(0x21),
    BAD_VERSION(0x22),
    SHUTDOWN_REQUIRED(0x23),
    UPDATE_FAILED(0x24),
    RESTORE_REQUIRED(0x25),
    RMP_INITIALIZATION_FAILED(0x26),
    INVALID_KEY(0x27),
    SHUTDOWN_INCOMPLETE(0x28),
    /**
     * The first page of a command buffer that the firmware writes is in a wrong state: 0x40 is
     * added to {@link #INVALID_PAGE_STATE}.
     */
    COMMAND_BUFFER_PAGE_STATE(0x5A),
    /**
     * Any code that the firmware uses inside and that has no published number. The value stands
     * for all of them; it is ours.
     */
    FW_INTERNAL(0xFFFF);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    /** The number that x86 software reads in bits 15:0 of the response register. */
    public int code() {
        return code;
    }
}
