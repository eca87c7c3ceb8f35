package org.exitrace.vtl.spec;

/**
 * A bit of HvRegisterCrInterceptControl, by its place: which access of a lower level is
 * intercepted.
 *
 * <p>Source: docs/vtl.md a.5.
 */
public enum CrIntercept {
    CR0_WRITE,
    CR4_WRITE,
    XCR0_WRITE,
    IA32_MISC_ENABLE_READ,
    IA32_MISC_ENABLE_WRITE,
    LSTAR_READ,
    LSTAR_WRITE,
    STAR_READ,
    STAR_WRITE,
    CSTAR_READ,
    CSTAR_WRITE,
    APIC_BASE_READ,
    APIC_BASE_WRITE,
    EFER_READ,
    EFER_WRITE,
    GDTR_WRITE,
    IDTR_WRITE,
    LDTR_WRITE,
    TR_WRITE,
    SYSENTER_CS_WRITE,
    SYSENTER_EIP_WRITE,
    SYSENTER_ESP_WRITE,
    SFMASK_WRITE,
    TSC_AUX_WRITE,
    SGX_LAUNCH_CONTROL_WRITE;

    /** The bits that some access has. */
    public static final long KNOWN = (1L << values().length) - 1;
    /** The bits that OpenVMM takes: what is written, without SGX. */
    public static final long OF_OPENVMM = ofOpenVmm();

    /** Its bit of the register. */
    public long bit() {
        return 1L << ordinal();
    }

    /** Whether a mask beside the control tells which bits count. */
    public boolean hasMask() {
        return this == CR0_WRITE || this == CR4_WRITE || this == IA32_MISC_ENABLE_WRITE;
    }

    /** Whether it is about reading. */
    public boolean isRead() {
        return name().endsWith("_READ");
    }

    private static long ofOpenVmm() {
        long bits = 0;
        for (CrIntercept access : values()) {
            bits |= access.isRead() || access == SGX_LAUNCH_CONTROL_WRITE ? 0 : access.bit();
        }
        return bits;
    }
}
