package org.exitrace.ghcb.spec;

/**
 * What {@code SW_EXITINFO1} of the event that creates and destroys virtual CPUs holds: the request
 * in bits 15:0, the VMPL in 19:16, the APIC id in 63:32.
 *
 * <p>Source: Linux {@code uapi/asm/svm.h}; {@code sev.c} sev_snp_ap_creation, which looks at the
 * whole lower half and so takes VMPL 0 only.
 */
public final class ApCreation {

    /** The VMSA is taken at the next INIT. */
    public static final long CREATE_ON_INIT = 0;
    /** The VMSA is taken at once. */
    public static final long CREATE = 1;
    /** The virtual CPU stops. */
    public static final long DESTROY = 2;

    private static final int APIC_ID_SHIFT = 32;
    private static final int VMPL_SHIFT = 16;
    private static final long REQUEST = 0xFFFF_FFFFL;

    private ApCreation() {
    }

    /** {@code SW_EXITINFO1} of a request for VMPL 0 of the virtual CPU of that APIC id. */
    public static long info1(long request, int apicId) {
        return (long) apicId << APIC_ID_SHIFT | request;
    }

    /** The same request for another VMPL than 0. */
    public static long at(int vmpl, long request) {
        return (long) vmpl << VMPL_SHIFT | request;
    }

    /** The request, and the VMPL, in {@code info1}. */
    public static long request(long info1) {
        return info1 & REQUEST;
    }

    /** The APIC id in {@code info1}. */
    public static long apicId(long info1) {
        return info1 >>> APIC_ID_SHIFT;
    }
}
