package org.exitrace.ghcb.spec;

import java.util.Optional;

/**
 * Values of {@code GHCBInfo}, the low twelve bits of MSR 0xC0010130.
 *
 * <p>Source: Linux {@code arch/x86/include/asm/sev-common.h}, {@code sev.c}; edk2
 * {@code Register/Amd/Ghcb.h}.
 */
public enum MsrInfo {
    /** The MSR holds the address of a GHCB page. */
    GHCB_GPA(0x000),
    /** Versions that the host knows, and the place of the C-bit. */
    SEV_INFO_RESPONSE(0x001),
    /** Asks for those. */
    SEV_INFO_REQUEST(0x002),
    /** One register of a CPUID leaf. */
    CPUID_REQUEST(0x004),
    /** Its value. */
    CPUID_RESPONSE(0x005),
    /** AP reset hold request, since protocol version 2. */
    AP_RESET_HOLD_REQUEST(0x006),
    /** AP reset hold response; its data are 0 if the AP was woken and not released by a SIPI. */
    AP_RESET_HOLD_RESPONSE(0x007),
    /** Asks where the host would like the GHCB. */
    PREFERRED_GPA_REQUEST(0x010),
    /** All ones: nowhere in particular. */
    PREFERRED_GPA_RESPONSE(0x011),
    /** Registers the page of the GHCB. */
    REGISTER_GPA_REQUEST(0x012),
    /** The same page number if it was accepted. */
    REGISTER_GPA_RESPONSE(0x013),
    /** Makes one page private or shared. */
    PAGE_STATE_CHANGE_REQUEST(0x014),
    /** Whether that was done. */
    PAGE_STATE_CHANGE_RESPONSE(0x015),
    /** Runs another VMPL. */
    RUN_VMPL_REQUEST(0x016),
    /** Whether that was done. */
    RUN_VMPL_RESPONSE(0x017),
    /** Asks for the features of the host. */
    HV_FEATURES_REQUEST(0x080),
    /** A bitmap of them. */
    HV_FEATURES_RESPONSE(0x081),
    /** The guest asks to be ended. */
    TERMINATION_REQUEST(0x100);

    /** How many bits the info has. */
    public static final int BITS = 12;

    private static final long MASK = (1L << BITS) - 1;

    private static final MsrInfo[] ALL = values();

    private final int code;

    MsrInfo(int code) {
        this.code = code;
    }

    /** The low twelve bits. */
    public int code() {
        return code;
    }

    /** The value of the MSR with those data. */
    public long with(long data) {
        return data << BITS | code;
    }

    /**
     * The value of the MSR that tells versions and the place of the C-bit.
     *
     * @param most newest version that the host knows, in bits 63 to 48
     * @param least oldest, in 47 to 32
     * @param bit place of the C-bit in an address, in 31 to 24
     */
    public static long sevInfo(long most, long least, long bit) {
        return most << 48 | least << 32 | bit << 24 | SEV_INFO_RESPONSE.code;
    }

    /** The data of {@code msr}. */
    public static long data(long msr) {
        return msr >>> BITS;
    }

    /** What {@code msr} asks for or answers; empty if that is unknown. */
    public static Optional<MsrInfo> of(long msr) {
        for (MsrInfo info : ALL) {
            if (info.code == (msr & MASK)) {
                return Optional.of(info);
            }
        }
        return Optional.empty();
    }
}
