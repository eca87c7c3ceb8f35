package org.exitrace.ghcb.spec;

/**
 * CPUID leaf 0x8000001F, by which a processor tells of encrypted memory; and how its registers are
 * asked for and told by the GHCB MSR. Source: AMD64 APM volume 3, appendix E; docs/ghcb.md b.
 */
public final class EncryptionLeaf {

    /** The leaf. */
    public static final long LEAF = 0x8000_001FL;
    /** Of EAX: SEV. */
    public static final long SEV = 1L << 1;
    /** Of EAX: SEV-ES. */
    public static final long SEV_ES = 1L << 3;
    /** Of EAX: SEV-SNP. */
    public static final long SEV_SNP = 1L << 4;
    /** Of EBX, 5:0: the place of the C-bit in an address, on the hardware of this model. */
    public static final int C_BIT = 51;

    private static final long PLACE = 0x3F;
    private static final int LEAF_AT = 20;
    private static final int REGISTER_AT = 18;
    private static final int VALUE_AT = 32;
    private static final int SEV_INFO_PLACE_AT = 24;
    private static final long SEV_INFO_PLACE = 0xFF;

    private EncryptionLeaf() {
    }

    /** The data of a CPUID request for {@code register}: 0 EAX, 1 EBX. */
    public static long request(int register) {
        return LEAF << LEAF_AT | (long) register << REGISTER_AT;
    }

    /** The value in a CPUID response. */
    public static long value(long msr) {
        return msr >>> VALUE_AT;
    }

    /** The same response with another value. */
    public static long with(long msr, long value) {
        return value << VALUE_AT | msr & (1L << VALUE_AT) - 1;
    }

    /** The place of the C-bit in EBX. */
    public static int place(long ebx) {
        return (int) (ebx & PLACE);
    }

    /** The place of the C-bit in the response to SEV information. */
    public static int placeInSevInfo(long msr) {
        return (int) (msr >>> SEV_INFO_PLACE_AT & SEV_INFO_PLACE & PLACE);
    }
}
