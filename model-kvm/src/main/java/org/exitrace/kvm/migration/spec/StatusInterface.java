package org.exitrace.kvm.migration.spec;

/** The numbers of the interface by which a guest tells what type its pages have. */
public enum StatusInterface {
    /** The first RFC, 2020: bit 1 of its MSR says that there are extensions. */
    RFC_2020(14, 14, 0x4b564d06, 2, "page_enc_status", "kvm list, first RFC (2020)"),
    /** The RFC of February to April 2021, v10 to v13. */
    RFC_2021(16, 16, 0x4b564d08, 1, "page_enc_status", "kvm list, RFC v10 to v13 (2021)"),
    /** Landed: the host in 5.14, the guest in 5.16. */
    LANDED(16, 17, 0x4b564d08, 1, "KVM_HC_MAP_GPA_RANGE",
            "cpuid.rst, msr.rst, hypercalls.rst (feature numbers from memory)");

    private final int hypercallFeature;
    private final int msrFeature;
    private final long msr;
    private final int msrBits;
    private final String hypercall;
    private final String source;

    StatusInterface(
            int hypercallFeature, int msrFeature, long msr, int msrBits, String hypercall,
            String source) {
        this.hypercallFeature = hypercallFeature;
        this.msrFeature = msrFeature;
        this.msr = msr;
        this.msrBits = msrBits;
        this.hypercall = hypercall;
        this.source = source;
    }

    /** Bit of KVM's CPUID leaf of features that announces the hypercall. */
    public int hypercallFeature() {
        return hypercallFeature;
    }

    /** Bit of KVM's CPUID leaf of features that announces the MSR. */
    public int msrFeature() {
        return msrFeature;
    }

    /** Number of the MSR whose bit 0 the guest sets when it can be migrated. */
    public long msr() {
        return msr;
    }

    /** How many bits of the MSR, from 0, have a meaning; the others are reserved. */
    public int msrBits() {
        return msrBits;
    }

    /** Name of the hypercall. */
    public String hypercall() {
        return hypercall;
    }

    /** Where the numbers were read. */
    public String source() {
        return source;
    }

    /** Whether a value of the MSR has a bit that must not be set. */
    public boolean isReserved(long value) {
        return value >>> msrBits != 0;
    }
}
